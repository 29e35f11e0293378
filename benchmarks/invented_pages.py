"""Invents pages: hosts, headlines and addresses of many shapes, and the prose of clippings about them."""

from __future__ import annotations

import random
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote

HEADLINES = [
    "Floods Displace Thousands as River Bursts Its Banks in Northern Region",
    "Parliament Votes Down Pension Reform After Marathon Session",
    "Border Guards Seize Record Haul of Smuggled Cigarettes",
    "What We Know About the Ferry Accident Off the Coast",
    "Why Farmers Are Blocking Motorways Across the Country",
    "Central Bank Raises Interest Rates for Third Time This Year",
    "Navy Deploys Frigates to Strait Amid Rising Tensions",
    "Opinion: The Long Shadow of the Ceasefire",
    "Earthquake of Magnitude 6.1 Shakes Island, No Tsunami Warning",
    "Former Minister Sentenced to Seven Years Over Bribery",
    "Hospital Workers Strike Enters Second Week",
    "Drone Attack Damages Oil Refinery, Governor Says",
    "How a Small Town Became a Hub for Wind Power",
    "Ten Killed in Clashes Between Protesters and Police",
    "President Dismisses Army Chief in Surprise Reshuffle",
    "Talks on Nuclear Deal Resume in Vienna",
    "Airline Cancels Hundreds of Flights Over Pilot Shortage",
    "Scientists Warn of Collapse of Atlantic Fish Stocks",
    "Explainer: Who Are the Rebels Marching on the Capital?",
    "Court Overturns Ban on Opposition Rally",
    "Refugees Stranded at Sea for Nine Days Rescued by Coastguard",
    "Wildfire Forces Evacuation of Holiday Resorts",
    "Tank Battalion Holds Live-Fire Exercise Near Frontier",
    "Elections: Turnout Hits Historic Low in Second Round",
    "Ministry Confirms Delivery of Air Defence Systems",
    "Grain Exports Fall by Half After Port Blockade",
    "New Train Line Cuts Travel Time Between Capitals to Four Hours",
    "Journalist Released After 400 Days in Detention",
    "A Farewell to the Last Lighthouse Keeper",
    "Street Vendors Clash With Municipal Police Over Market Closure",
    "Vaccination Campaign Reaches Remote Mountain Villages",
    "Is the Housing Bubble About to Burst?",
    "Peacekeepers Withdraw From Contested Valley",
    "Chipmaker to Build Factory Worth 4 Billion Euros",
    "Mayor Denies Wrongdoing in Landfill Contract Affair",
    "Cyclone Makes Landfall, Leaving Millions Without Power",
    "The Quiet Comeback of Night Trains",
    "Ambassador Summoned Over Leaked Recording",
    "Teachers Reject Pay Offer, Vow Further Walkouts",
    "Gunmen Abduct Schoolchildren in Overnight Raid",
    "Inflation Slows but Food Prices Keep Climbing",
    "Counterterrorism Police Arrest Four in Dawn Raids",
    "Ice Shelf the Size of Luxembourg Breaks Away",
    "Trade Unions Call General Strike for Thursday",
    "Bridge Collapse Blamed on Years of Neglect",
    "Satellite Images Show Buildup at Airbase",
    "Hunger Strike by Prisoners Ends After 46 Days",
    "Cross-Border Shelling Kills Two Shepherds",
    "In Pictures: Carnival Returns to the Old Town",
    "Lawmakers Approve Budget Despite Walkout by Opposition",
    "Covid-19 Inquiry Hears From Former Health Secretary",
    "US-Led Coalition Ends Combat Mission",
    "G7 Leaders Agree on Price Cap for Crude Oil",
    "Self-Driving Buses Get Green Light in Suburbs",
]
FOREIGN = [
    ("de", "Hochwasser in Niederbayern: Tausende Menschen verlassen ihre Häuser"),
    ("de", "Bundeswehr verlegt Patriot-Staffel an die Ostflanke"),
    ("de", "Warum der Strompreis im Winter wieder steigt"),
    ("fr", "Grève des cheminots : la circulation fortement perturbée jeudi"),
    ("fr", "Le gouvernement renonce à la réforme de l'assurance chômage"),
    ("fr", "Incendie dans un entrepôt près de Marseille"),
    ("es", "El Congreso aprueba la ley de vivienda tras meses de negociación"),
    ("es", "Rescatan a cuarenta migrantes cerca de Lanzarote"),
    ("it", "Sciopero dei trasporti: disagi in tutta la penisola"),
    ("pt", "Chuvas deixam centenas de desabrigados no litoral"),
    ("pl", "Rolnicy blokują przejście graniczne z Ukrainą"),
    ("nl", "Kabinet wil stikstofregels versoepelen"),
    ("tr", "Depremin ardından yardım ekipleri bölgeye ulaştı"),
    ("sr", "Vlada usvojila izmene zakona o rudarstvu"),
    ("sv", "Regeringen presenterar ny försvarsbudget"),
    ("ru", "В Астрахани начались совместные учения"),
    ("ru", "Министр обороны посетил полигон"),
    ("uk", "Рада ухвалила закон про мобілізацію"),
    ("zh", "两国举行联合军事演习"),
    ("ar", "انطلاق المناورات العسكرية المشتركة"),
    ("ja", "政府、防衛費の増額を決定"),
    ("el", "Ξεκίνησαν οι κοινές ασκήσεις"),
]
HOSTS = [
    "www.northcoastherald.com",
    "riverbendgazette.org",
    "www.thevalleypost.co.uk",
    "news.harbourtimes.com.au",
    "dailymeridian.net",
    "m.capitalobserver.in",
    "www.eastbanktribune.com",
    "balticwire.eu",
    "en.steppeonline.kz",
    "www.sentinel-star.com",
    "edition.globaldispatch.info",
    "thelakesidechronicle.substack.com",
    "archive.fjordposten.no",
    "www.kurir-novi.rs",
    "pressroom.defence.gov.example.org",
    "www3.metropolis24.tv",
    "www.le-courrier-du-lac.fr",
    "tagblatt-online.de",
    "www.diario-del-puerto.es",
    "news.coastal.ac.nz",
    "www.islandmail.co.za",
    "theorbiter.io",
    "xn--sdkste-zeitung-gsb.de",
]
IDN_HOSTS = ["südküste-zeitung.de", "новости-степи.рф", "παρατηρητής.gr", "日報例.jp"]
SECTIONS = [
    "news",
    "world",
    "politics",
    "world/europe",
    "middle-east",
    "business",
    "opinion",
    "defence-security",
    "en/news",
    "artikel",
    "actualite",
    "sport",
    "asia-pacific",
]
PROSE = [
    "The region has seen repeated unrest since the spring, officials said on Tuesday.",
    "Witnesses described scenes of confusion as the convoy left the town.",
    "Analysts doubt that the measure will change much before the end of the year.",
    "Rescue teams worked through the night to reach the last villages.",
    "The ministry did not respond to a request for comment.",
    "Prices have doubled since January, and many shops are closed.",
]
FOOTERS = [
    "\n\nClipped with a browser extension",
    "\n\n--\nSent from my phone",
    "\n\n© 2021 All rights reserved.",
    "\nTags: politics, defence",
    "\n\nShare this article",
    "\n\nAccessed 3 May 2021.",
    "\n\n* * *\n",
    "\nPublished: 2020-04-02",
    "\n\nSubscribe to our newsletter for more stories.",
    "\n\nBy Jane Doe, staff writer",
    "\n#politics #defence",
    "\n\n[1] Translated by the editor.",
]
_SPELLED_OUT = str.maketrans({"ß": "ss", "ł": "l", "ı": "i", "ø": "o"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as it was: its address, headline and day."""

    url: str
    headline: str
    day: tuple[int, int, int]


def slug(headline: str, separator: str = "-", *, keep_case: bool = False) -> str:
    """Words of a headline as a path has them."""
    text = headline if keep_case else headline.lower()
    return separator.join(re.findall(r"[^\W_]+", text.replace("'", "")))


def page(rng: random.Random) -> Page:
    """An invented page with an address of one of many shapes."""
    language, headline = ("en", rng.choice(HEADLINES)) if rng.random() < 0.8 else rng.choice(FOREIGN)
    host = rng.choice(HOSTS) if rng.random() < 0.94 else rng.choice(IDN_HOSTS)
    year, month, date = rng.randint(2001, 2025), rng.randint(1, 12), rng.randint(1, 28)
    words = slug(headline)
    if language in ("de", "fr", "es", "it", "pt", "pl", "tr", "sv", "sr", "nl") and rng.random() < 0.9:
        words = unicodedata.normalize("NFKD", words.translate(_SPELLED_OUT)).encode("ascii", "ignore").decode()
    elif language != "en" and rng.random() < 0.5:
        words = quote(words)
    number = rng.randint(10_000, 99_999_999)
    hexadecimal = f"{rng.getrandbits(48):012x}"
    section = rng.choice(SECTIONS)
    shapes = [
        f"/{year}/{month:02d}/{date:02d}/{words}",
        f"/{year}/{month:02d}/{words}/",
        f"/{section}/{words}-{number}",
        f"/{section}/{words}",
        f"/{section}/{year}/{month}/{date}/{words}",
        f"/{section}-{number}",
        f"/{section}/{words}.html",
        f"/{words}/a-{number}",
        f"/article/{words}/article_{hexadecimal[:8]}-{hexadecimal[:4]}-11ec.html",
        f"/index.php?id={number}",
        f"/index.php?option=com_content&view=article&id={number % 9999}:{words}",
        f"/?p={number}",
        f"/story.asp?sid={number}&lang=en",
        f"/news?article={number}&page=2",
        f"/{slug(headline, '_')}_{number}.html",
        f"/{year}/{month:02d}/{slug(headline, '_')}.shtml",
        f"/story,{number},{words}.html",
        f"/artikel/0,1518,{number},00.html",
        f"/{section}/{year}{month:02d}{date:02d}-{words}",
        f"/@editor/{words}-{hexadecimal}",
        f"/~reporter/{words}.htm",
        f"/stories/{words};v=2",
        f":8080/{section}/{words}",
        f"/wiki/{slug(' '.join(headline.split()[:4]), '_', keep_case=True)}_(event)",
        f"/{section}/{words}#comments",
        f"/amp-free/{words}?view=full",
        f"/content/{number}",
        f"/{words}/",
        f"/p/{words}",
        f"/archive/{year}/{words}-n{number}",
        f"/{section}/{words}/{number}/",
        f"/a/{hexadecimal}",
        f"/{year}/{month:02d}/{date:02d}/{section.split('/')[0]}/{words}.php",
        f"/en/{words}--{number}.html",
    ]
    url = f"{'https' if rng.random() < 0.85 else 'http'}://{host}{rng.choice(shapes)}"
    return Page(url=url, headline=headline, day=(year, month, date))
