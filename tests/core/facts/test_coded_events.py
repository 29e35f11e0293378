"""Coded events of whole sentences, words to type: what counts as an event, what is only a figure of speech."""

from __future__ import annotations

from datetime import date

import pytest

from tasks.annotate import load_reader
from tasks.core.facts.reading import read_facts
from tasks.tables.records import Fact

# Each case: the text, the first word of the fact's predicate, the event's type and mode; None where it is no event.
EVENTS = [
    # who is accused, urged or refused something meets an event, though the verb also cites
    ("Ghana accused Togo of hiding smugglers.", "accuse", "ACCUSE", "allege"),
    ("Peru's foreign ministry urged Chile to reopen the border.", "urge", "REQUEST", None),
    ("The Kenyan army rejected the accusations as lies.", "reject", "REJECT", None),
    # courts and police
    ("Officers carried out a search warrant in Leeds.", "carry", "COERCE", "seize"),
    ("Police in Delhi booked Anil Mehta for murder.", "book", "ACCUSE", "allege"),
    ("The senator dragged Kofi Mensah to court.", "drag", "ACCUSE", "allege"),
    ("The court declared Hungary's ban unconstitutional.", "declare", "REJECT", None),
    ("Anna Weiss pleaded not guilty in Vienna on Monday.", "plead", None, None),
    ("Police searched the woods near Bonn on Monday.", "search", None, None),
    # protest
    ("Farmers surrounded the ministry in Warsaw.", "surround", "PROTEST", "obstruct"),
    ("Ethiopia hopes to end the unrest in Tigray.", "hope", None, None),
    # violence
    ("At least 12 protesters were killed in Khartoum.", "kill", "ASSAULT", None),
    ("Three soldiers were killed in a helicopter crash in Mali.", "kill", None, None),
    ("A bomb exploded near a market in Kabul.", "explode", "ASSAULT", "explosives"),
    ("Rebels are holding two aid workers hostage in Mali.", "hold", "ASSAULT", "other"),
    ("North Korea fired two missiles into the sea on Monday.", "fire", "MOBILIZE", "weapons"),
    ("Norway is battling inflation.", "battle", None, None),
    ("Israel expressed strong reservations about the talks.", "express", "ACCUSE", "disapprove"),
    ("Israel blocked a crossing into Gaza.", "block", "COERCE", "restrict"),
    # giving and leaving
    ("Congo received strong support from Angola.", "receive", "SUPPORT", None),
    ("Officials in Rome gave no details.", "give", None, None),
    ("The bank raised $2 billion in London.", "raise", None, None),
    ("A spokesman for Siemens declined to comment.", "comment", None, None),
    ("The film was directed by Maria Lopez in 2009.", "direct", None, None),
    ("Trump scuttled the talks with Iran.", "scuttle", "SANCTION", "discontinue"),
    # who does it and to whom tells a blow from a figure of speech
    ("Tariffs have hurt American farmers.", "hurt", None, None),
    ("A gunman killed four shoppers in Lyon.", "kill", "ASSAULT", "firearms"),
    ("Peter Novak shot himself in Brno.", "shoot", None, None),
    ("Israel struck targets in Syria.", "strike", "ASSAULT", None),
    ("Tragedy struck Norway last year.", "strike", None, None),
    ("Senator Brown attacked the tax plan in Ohio.", "attack", "ACCUSE", "disapprove"),
    ("A man of 70 died of a heart attack in Kiel.", "die", None, None),
    ("Chad's jets carried out strikes near Mao.", "carry", "ASSAULT", "aerial"),
    ("Nurses held a strike in Dublin.", "hold", "PROTEST", "strike"),
    ("Clinton held a rally in Cleveland.", "hold", None, None),
    ("Chelsea fans took to the streets on Sunday.", "take", None, None),
    ("Police arrived in Leeds at noon.", "arrive", None, None),
    ("Instagram allows users to post videos.", "allow", None, None),
    ("Turkey allowed inspectors to enter the port.", "allow", "CONCEDE", None),
    ("Paris has eased restrictions.", "ease", "CONCEDE", None),
    ("The attack in Kabul left 12 people dead.", "leave", "ASSAULT", None),
    ("Air strikes in Kunduz resulted in civilian casualties.", "result", "ASSAULT", "aerial"),
    ("The storm in Haiti claimed 12 lives.", "claim", None, None),
    ("Israel's army dropped cluster bombs on Tyre.", "drop", "ASSAULT", "aerial"),
    ("Police in Tbilisi responded with tear gas.", "respond", "COERCE", "restrict"),
    ("Ann Lee, a student, was held a prisoner in Cairo.", "hold", "COERCE", "arrest"),
    ("Brown dismissed Estonia as a suburb of Russia.", "dismiss", "ACCUSE", "disapprove"),
    ("France distanced itself from the US position.", "distance", "REJECT", None),
    ("A bus crash killed one in Peru.", "kill", None, None),
    ("They freed Ann Lee from the car in Leeds.", "free", None, None),
    ("Engineers in Oslo are charged with evaluating the design.", "charge", None, None),
    ("Mayo County Council sanctioned a hotel in Westport.", "sanction", None, None),
    ("Rebels are fighting the government of Chad.", "fight", "ASSAULT", None),
    ("Ukrainian forces fought in Bakhmut.", "fight", "ASSAULT", None),
    ("Pakistan voted in support of Azerbaijan.", "vote", "SUPPORT", None),
    ("Moscow recalled its ambassador from Paris.", "recall", "SANCTION", "withdraw"),
    ("A diplomat in Paris recalled that the minister left early.", "leave", None, None),
    ("Police in Bonn ruled out the involvement of a second man.", "rule", None, None),
    ("NATO bolstered its forces in Poland.", "bolster", "MOBILIZE", "troops"),
    ("Senators in Ohio faced threats from abroad.", "face", None, None),
    ("The utility restored power to 900 customers in Perth.", "restore", None, None),
    ("The rebels laid down their weapons in Mali.", "lay", "RETREAT", "disarm"),
    # business and daily life: what is offered, met, supported, called for
    ("Amazon offers the tablet for $200 in Germany.", "offer", None, None),
    ("Qatar offered mediation to Sudan.", "offer", "AGREE", None),
    ("The plan meets the criteria of the European Union.", "meet", None, None),
    ("The senator met Modi in Delhi on Friday.", "meet", "CONSULT", None),
    ("Operating revenue declined 9 per cent in Norway.", "decline", None, None),
    ("The device supports Android.", "support", None, None),
    ("Kenya supports the ceasefire.", "support", "SUPPORT", None),
    ("Chad held a press conference on Friday.", "hold", None, None),
    ("Pilgrims visit Mecca in July.", "visit", None, None),
    ("The pentagon is withholding the aid to Chad.", "withhold", "SANCTION", "discontinue"),
    ("The storm was blamed for two deaths in Kansas.", "blame", None, None),
    # asking and blaming, and what only sounds like it
    ("The governor ordered soldiers to leave Mao.", "order", "RETREAT", "withdraw"),
    ("The bride ordered a cake in Vienna.", "order", None, None),
    ("Togo appealed to Ghana for help.", "appeal", "REQUEST", "assist"),
    ("The ad appeals to voters in Texas.", "appeal", None, None),
    ("The bank charged customers a fee in Norway.", "charge", None, None),
    ("The study examined tutoring in Kenya.", "examine", None, None),
    ("Prosecutors in Oslo are examining the payments.", "examine", "ACCUSE", "investigate"),
    ("Families in Kenya tried the new stove.", "try", None, None),
    ("The search yielded 30 grams of gold in Utah.", "yield", None, None),
    ("The mayor fired the manager at a hearing in Ohio.", "fire", None, None),
    ("The method penalizes Google for errors.", "penalize", "COERCE", "restrict"),
    ("The method penalizes motion in Japan.", "penalize", None, None),
    ("Universities in Peru give students access to tools.", "give", None, None),
    ("Turkey gave the inspectors access to the port.", "give", "CONCEDE", "access"),
    ("The court in Bern heard a plea of not guilty.", "hear", None, None),
    # what is ended, agreed, come under
    ("Indiana stopped funding schools in Mali.", "stop", "SANCTION", "discontinue"),
    ("Iran and Iraq agreed to a ceasefire.", "agree", "RETREAT", "ceasefire"),
    ("Chad came under fire for its decision.", "come", "ACCUSE", "disapprove"),
    ("Two people were injured in a house fire in Kiel.", "injure", None, None),
    ("The party proposed three candidates in Russia.", "propose", None, None),
    ("Russia is threatened by sanctions.", "threaten", None, None),
    # the voice of the verb above holds for what is joined to it or hangs on it
    ("Jan Kos was arrested and charged in Prague.", "charge", "ACCUSE", "allege"),
    ("Austria fell silent, having been annexed by Germany.", "annex", "ASSAULT", None),
    ("Smith, who is free on bail, will be sentenced in July.", "sentence", "COERCE", "arrest"),
]


@pytest.mark.parametrize(("text", "predicate", "event_type", "mode"), EVENTS, ids=[e[0] for e in EVENTS])
def test_codes_what_the_words_do(text: str, predicate: str, event_type: str | None, mode: str | None) -> None:
    fact = _fact(text, predicate)
    assert (fact.event_type, fact.event_mode) == (event_type, mode)


MATCH = """Chad beat Gabon 3-1 in the cup qualifier in Mao. The striker scored two goals before halftime and the
captain a penalty. Chad attacked from the kickoff. The goalkeeper and the midfielder saw the coach and the referee
stop the match. The team rallied in the second half of the season's last game, and the league's medal awaits."""


BLAST = """A bomb exploded near a market in Kabul on Monday. Militants later attacked an army post with rockets. Troops
fought the insurgents for hours. At least nine people were killed. The Taliban said that a suicide bomber had struck the
convoy, and that its fighters shelled the base. A child was killed in a car crash."""


def test_where_there_is_fighting_the_dead_were_killed_by_somebody() -> None:
    facts = read_facts("d", 1, BLAST, date(2024, 5, 17), load_reader()).facts
    assert [f.event_type for f in facts if f.predicate == "kill"] == ["ASSAULT", None]


def test_who_sells_supports_nobody() -> None:
    goods = "Customers love the software. The app helps users and marketers. Retailers and brands buy digital tools. "
    text = goods * 3 + "Amazon supports marketers in Berlin. Germany supports marketers in Berlin."
    facts = read_facts("a", 1, text, date(2020, 5, 1), load_reader()).facts
    assert [(f.actor, f.event_type) for f in facts if f.predicate == "support"] == [
        ("Amazon.com", None),
        ("Germany", "SUPPORT"),
    ]


def test_players_attack_without_harm() -> None:
    facts = read_facts("d", 1, MATCH, date(2024, 5, 17), load_reader()).facts
    assert facts
    assert not any(f.event_type for f in facts)
    assert _fact("Chad attacked a village in Libya.", "attack").event_type == "ASSAULT"


def _fact(text: str, predicate: str) -> Fact:
    facts = read_facts("d", 1, text, date(2024, 5, 17), load_reader()).facts
    found = [f for f in facts if f.predicate.split(" ")[0] == predicate]
    assert len(found) == 1, [(f.predicate, f.event_type) for f in facts]
    return found[0]
