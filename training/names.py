"""Swap names for others of their kind, so that the network reads the context and not only the name it saw."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from treebank import Annotated

# The treebanks are blogs, reviews and mail of 2000 to 2012; news names many that they never do.
PLACES = """Afghanistan Albania Algeria Angola Argentina Armenia Australia Austria Azerbaijan Bahrain Bangladesh Belarus
Belgium Bolivia Bosnia Botswana Brazil Britain Bulgaria Burundi Cambodia Cameroon Canada Chad Chile China
Colombia Congo Croatia Cuba Cyprus Czechia Denmark Djibouti Ecuador Egypt Eritrea Estonia Ethiopia Finland
France Gabon Georgia Germany Ghana Greece Guatemala Guinea Haiti Honduras Hungary Iceland India Indonesia Iran
Iraq Ireland Israel Italy Jamaica Japan Jordan Kazakhstan Kenya Kosovo Kuwait Kyrgyzstan Laos Latvia Lebanon
Libya Lithuania Luxembourg Malawi Malaysia Mali Malta Mauritania Mexico Moldova Mongolia Montenegro Morocco
Mozambique Myanmar Namibia Nepal Nicaragua Niger Nigeria Norway Oman Pakistan Panama Paraguay Peru Philippines
Poland Portugal Qatar Romania Russia Rwanda Senegal Serbia Singapore Slovakia Slovenia Somalia Spain Sudan
Sweden Switzerland Syria Taiwan Tajikistan Tanzania Thailand Tunisia Turkey Turkmenistan Uganda Ukraine Uruguay
Uzbekistan Venezuela Vietnam Yemen Zambia Zimbabwe Crimea Donbas Gaza Kashmir Moscow Kyiv Minsk Warsaw Belgrade
Pristina Sarajevo Zagreb Tirana Sofia Athens Ankara Damascus Beirut Baghdad Tehran Riyadh Doha Kabul Islamabad
Delhi Beijing Seoul Pyongyang Tokyo Hanoi Manila Jakarta Cairo Tripoli Tunis Algiers Rabat Khartoum Nairobi
Mogadishu Kinshasa Lagos Abuja Accra Dakar Bamako Niamey Paris Berlin London Brussels Madrid Rome Vienna
Budapest Prague Bratislava Helsinki Oslo Stockholm Copenhagen Riga Vilnius Tallinn Tbilisi Yerevan Baku Kharkiv
Mariupol Odesa Kherson Donetsk Luhansk Aleppo Idlib Homs Mosul Kirkuk Basra Kandahar Aden Sanaa Voronezh Rostov
Grozny Kaliningrad Lviv Transnistria Abkhazia Sevastopol Washington Havana Caracas Bogota"""
ORGANISATIONS = """NATO EU UN OSCE IAEA OPEC ASEAN ECOWAS WHO WTO IMF UNICEF UNESCO UNHCR FBI CIA KGB FSB NSA MI6 Mossad
Pentagon Kremlin Hamas Hezbollah Taliban ISIS PKK FARC ETA IRA Interpol Europol Rosatom Gazprom Rosneft Roscosmos
Reuters AFP AP TASS Xinhua Interfax Bloomberg BBC CNN Boeing Airbus Siemens Huawei Samsung Toyota Volkswagen Shell BP
Exxon Greenpeace Amnesty Congress Parliament Senate Duma Knesset Bundestag Fatah Likud Fidesz Frontex MINUSMA
SADC OAS OPCW Wagner Rosoboronexport Sberbank Lukoil Nokia Ericsson Lockheed Raytheon Rheinmetall"""
PEOPLE = """Putin Medvedev Lavrov Shoigu Peskov Zelensky Lukashenko Vucic Dacic Erdogan Assad Netanyahu Abbas Rouhani
Khamenei Xi Modi Khan Kim Moon Abe Trudeau Macron Merkel Scholz Johnson Sunak Biden Trump Pompeo Blinken Austin
Stoltenberg Guterres Borrell Michel Tusk Duda Orban Fico Babis Kurz Salvini Conte Draghi Sanchez Costa
Mitsotakis Tsipras Haftar Sisi Buhari Ramaphosa Kenyatta Abiy Bashir Maduro Lula Bolsonaro Fernandez Lopez
Obrador Thaci Kurti Djukanovic Pashinyan Aliyev Saakashvili Nazarbayev Tokayev Navalny Prigozhin Kadyrov
Gerasimov Smith Petrov Ivanova Novak Nguyen Tanaka Hussein Hassan Mohamud Okafor Mensah Garcia Rossi Schmidt
Dubois Jansen Kowalski Popescu"""
SINGLE = {"LOC": PLACES.split(), "ORG": ORGANISATIONS.split(), "PER": PEOPLE.split()}


class Names:
    """The names of a treebank, by type and tags, and what to put in their place."""

    def __init__(self, sentences: Sequence[Annotated]) -> None:
        """Collect every name."""
        self._known: dict[tuple[str, ...], list[list[str]]] = {}
        for sentence in sentences:
            for start, end, key in _names(sentence):
                self._known.setdefault(key, []).append(sentence.words[start:end])

    def swap(self, sentence: Annotated, chance: random.Random) -> Annotated:
        """The sentence with each name exchanged for one with the same tags, two times in three."""
        words = list(sentence.words)
        for start, end, key in _names(sentence):
            if chance.random() < 0.67:
                is_single = key[1:] == ("NNP",) and chance.random() < 0.5
                extra = SINGLE.get(key[0]) if is_single else None
                words[start:end] = [chance.choice(extra)] if extra else chance.choice(self._known[key])
        return replace(sentence, words=words)


def _names(sentence: Annotated) -> list[tuple[int, int, tuple[str, ...]]]:
    found = []
    for start, label in enumerate(sentence.entities):
        if label[0] == "B":
            end = start + 1
            while end < len(sentence.entities) and sentence.entities[end][0] == "I":
                end += 1
            found.append((start, end, (label[2:], *sentence.xpos[start:end])))
    return found
