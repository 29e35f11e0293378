"""Is it so: polarity and modality of facts, through the whole reading."""

from __future__ import annotations

from datetime import date

import pytest

from tasks.annotate import load_reader
from tasks.core.facts.reading import read_facts

PUBLISHED = date(2024, 5, 17)  # a Friday

# Each case: the text, the words of the fact's predicate, polarity and modality.
STANCES = [
    ("The minister did not deny that troops had entered Chad.", "enter", "affirmed", "possible"),
    ("Chad rejected claims it attacked Libya.", "attack", "negated", "denied"),
    ("He was to meet Ann Berg on Monday.", "meet", "affirmed", "planned"),
    ("Libya is to send troops to Chad.", "send", "affirmed", "planned"),
    ("Norway would not comment on the talks.", "comment", "negated", "actual"),
    ("Ann Berg said there was a plan and that Libya would send troops.", "send", "affirmed", "planned"),
    ("Had Chad attacked, Libya would have retaliated.", "attack", "affirmed", "hypothetical"),
    ("In case Libya leaves Chad, Egypt will act.", "leave", "affirmed", "hypothetical"),
    ("Please help Chad.", "help", "affirmed", "demanded"),
    ("Ann Berg helped Chad.", "help", "affirmed", "actual"),
    ("Libya has yet to attack Chad.", "attack", "negated", "actual"),
    ("Neither Chad nor Libya attacked Egypt.", "attack", "negated", "actual"),
    ("It is possible that Chad attacked Libya.", "attack", "affirmed", "possible"),
    ("It is not true that Chad attacked Libya.", "attack", "negated", "actual"),
    ("Chad called on Libya to leave Egypt.", "leave", "affirmed", "demanded"),
    ("Chad has to pay Libya.", "have to pay", "affirmed", "demanded"),
    ("Chad had to pay Libya.", "have to pay", "affirmed", "actual"),
    ("Chad's plan to attack Libya failed.", "plan to attack", "affirmed", "planned"),
    ("Chad's decision to attack Libya shocked Egypt.", "decision to attack", "affirmed", "actual"),
    ("Chad used to attack Libya.", "use to attack", "affirmed", "historical"),
    ("Libya is said to have attacked Chad.", "be said to attack", "affirmed", "possible"),
    ("Libya is accused of attacking Chad.", "attack", "affirmed", "possible"),
    ("Norway scored twice to beat Chad and win the cup.", "score", "affirmed", "actual"),
    ("Berg scored three goals to win the cup for Norway.", "win", "affirmed", "actual"),
    ("Libya can win the war.", "win", "affirmed", "possible"),
    ("Libya cannot win the war.", "win", "negated", "actual"),
    ("Chad called for Libya to leave Egypt.", "leave", "affirmed", "demanded"),
    ("Ann Berg called to thank Norway.", "call to thank", "affirmed", "actual"),
    ("Chad denied Libya the right to leave Egypt.", "deny", "affirmed", "actual"),
    ("Libya may try to leave Chad.", "try to leave", "affirmed", "possible"),
    ("Libya should not try to leave Chad.", "try to leave", "negated", "demanded"),
    ("Chad rejected Libya's request to open the border.", "request to open", "affirmed", "actual"),
    ("Not all countries signed the treaty with Norway.", "sign", "negated", "actual"),
    ("Not only Chad signed the treaty with Norway.", "sign", "affirmed", "actual"),
    ("Norway ruled out attacking Chad.", "attack", "negated", "actual"),
    ("Ann Berg hopes Norway attacks Chad.", "attack", "affirmed", "possible"),
    ("Norway ought to attack Chad.", "ought to attack", "affirmed", "demanded"),
    ("Ann Berg warned Norway against attacking Chad.", "attack", "negated", "demanded"),
    ("It was announced that Norway closed the bridge.", "close", "affirmed", "actual"),
    ("The army is too weak to defend Chad.", "defend", "negated", "actual"),
    ("Ann Berg could be seen standing near the Red Cross.", "stand", "affirmed", "actual"),
    ("The law does not require Libya to help Chad.", "help", "negated", "demanded"),
    ("Police arrested a man accused of attacking Ann Berg.", "attack", "affirmed", "possible"),
    ("The men may be arrested, charged and deported.", "charge", "affirmed", "possible"),
    ("The men have been arrested and deported.", "deport", "affirmed", "actual"),
    ("The men were not seen, heard or arrested.", "hear", "negated", "actual"),
    ("Ann Berg wishes that Norway had attacked Chad.", "attack", "affirmed", "hypothetical"),
    ("The court banned insulting Ann Berg.", "insult", "negated", "actual"),
    ("Allegations that Chad attacked Libya shocked Egypt.", "attack", "affirmed", "possible"),
    ("Accusations of an attack on Libya shocked Egypt.", "attack", "affirmed", "possible"),
    ("Egypt was shocked by reports that Chad attacked Libya.", "attack", "affirmed", "possible"),
    ("Speculation that Chad attacked Libya grew.", "attack", "affirmed", "possible"),
    ("The mayor's claim that Chad attacked Libya shocked Egypt.", "attack", "affirmed", "actual"),
    ("Ann Berg denied charges of robbing the Red Cross.", "rob", "negated", "denied"),
    ("Libya rejected claims of an attack on Chad.", "attack", "negated", "denied"),
    ("Libya was accused of an attack on Chad.", "attack", "affirmed", "possible"),
    ("Police arrested two men for the attack on Ann Berg.", "attack", "affirmed", "actual"),
    ("Libya threatened Chad with closing the border.", "close", "affirmed", "possible"),
    ("Norway was to have met Ann Berg on Monday.", "meet", "affirmed", "hypothetical"),
    ("Norway stopped short of attacking Chad.", "attack", "negated", "actual"),
    ("Norway voted against attacking Chad.", "attack", "negated", "demanded"),
    ("Norway opposes closing the bridge.", "close", "affirmed", "possible"),
    ("Norway denied that it closed the bridge or that it attacked Chad.", "attack", "negated", "denied"),
    ("Norway refused to close the bridge and attack Chad.", "attack", "negated", "actual"),
    ("Norway did not close the bridge and attacked Chad.", "attack", "affirmed", "actual"),
    ("If Norway closes the bridge and attacks Chad, Libya will act.", "attack", "affirmed", "hypothetical"),
    ("If an attack on Norway comes, Chad will act.", "attack", "affirmed", "hypothetical"),
    ("Should Norway attack Chad, Libya would act.", "attack", "affirmed", "hypothetical"),
    ("Norway could save money by closing the bridge.", "close", "affirmed", "possible"),
    ("Norway saved money by closing the bridge.", "close", "affirmed", "actual"),
    ("Norway would close the bridge, leaving 300 people without work.", "leave", "affirmed", "hypothetical"),
    ("The storm hit Norway, killing ten people.", "kill", "affirmed", "actual"),
    ("The official is not authorized to attack Chad.", "be authorized to attack", "negated", "actual"),
    ("The court found Ann Berg not guilty of robbing the Red Cross.", "rob", "negated", "actual"),
    ("Anyone who attacks Norway will be punished.", "attack", "affirmed", "hypothetical"),
    ("Sweden invited Norway to join the Red Cross.", "join", "affirmed", "demanded"),
    ("The law allows Norway to attack Chad.", "attack", "affirmed", "possible"),
    ("Libya allowed Norway to attack Chad.", "attack", "affirmed", "actual"),
    ("Norway has the right to attack Chad.", "right to attack", "affirmed", "actual"),
    ("Asked to name Norway, Ann Berg left.", "name", "affirmed", "demanded"),
    ("Norway will act when Chad attacks Libya.", "attack", "affirmed", "planned"),
    ("When Chad attacks Libya, Egypt protests.", "attack", "affirmed", "hypothetical"),
    ("When Chad attacked Libya, Egypt protested.", "attack", "affirmed", "actual"),
    ("Norway faces a choice between attacking Chad and leaving.", "attack", "affirmed", "possible"),
    ("Ann Berg talked about attacking Chad.", "attack", "affirmed", "possible"),
    ("Ann Berg proposed attacking Chad.", "propose attacking", "affirmed", "planned"),
    ("The law will ensure that Norway helps Chad.", "help", "affirmed", "planned"),
    ("Egypt feared the difficulty of any country attacking Chad.", "attack", "affirmed", "hypothetical"),
    ("Norway failed to attack Chad.", "attack", "negated", "actual"),
    ("Norway did nothing to help Chad.", "help", "negated", "actual"),
    ("Norway nearly hit a Red Cross ship.", "hit", "negated", "actual"),
    ("Norway will focus on helping Chad.", "help", "affirmed", "planned"),
    ("A review shows no one from the ministry attacked part of Norway.", "attack", "negated", "actual"),
    ("Ann Berg cited attacking Chad as an aim of Norway.", "attack", "affirmed", "possible"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "predicate", "polarity", "modality"), STANCES, ids=[c[0] for c in STANCES])
def test_is_it_so(text: str, predicate: str, polarity: str, modality: str) -> None:
    facts = read_facts("document", 1, text, PUBLISHED, load_reader()).facts
    found = {f.predicate: (f.polarity, f.modality) for f in facts}
    assert found.get(predicate) == (polarity, modality), found
