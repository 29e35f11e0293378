"""References within a document: short names, acronyms, descriptions and pronouns, where one antecedent is safe.

Every resolution is a finding of its own whose `finder` starts with `coreference:`, so that it can be told from a name.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.core.english.token import Sentence
from tasks.core.facts.actor.lexicon import ActorLexicon
from tasks.core.facts.coreference.description import describe
from tasks.core.facts.coreference.name import unify_names
from tasks.core.facts.coreference.pronoun import of_one_gender, resolve_pronouns
from tasks.core.facts.coreference.scene import Scene
from tasks.core.facts.coreference.title import by_title
from tasks.core.facts.finding import Finding


def resolve_references(
    text: str, sentences: Sequence[Sentence], findings: Sequence[Finding], lexicon: ActorLexicon
) -> list[Finding]:
    """The findings with references resolved, sorted by offset, none overlapping another that did not before.

    Names are unified over the whole document; descriptions and pronouns look back only, in the order of reading.
    """
    unified = unify_names(text, by_title(text, findings, lexicon.genders))
    scene = Scene(sentences, unified)
    for number in range(len(sentences)):
        describe(scene, number, lexicon)
        resolve_pronouns(scene, number, lexicon.genders)
    return of_one_gender(text, scene.findings())
