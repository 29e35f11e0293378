"""Words that tell how a clause is meant: verbs and nouns that govern it, auxiliaries, attributes and conjunctions."""

from __future__ import annotations

from tasks.tables.values import Modality

GOVERNORS: dict[Modality, frozenset[str]] = {
    "denied": frozenset({"deny", "refute", "disavow", "rebut", "denial"}),
    "demanded": frozenset({
        "demand", "urge", "ask", "order", "request", "call", "insist", "require", "appeal", "push", "beg", "press",
        "instruct", "command", "tell", "petition", "plead", "implore", "exhort", "advocate", "recommend", "need",
        "pressure", "lobby", "instruction", "mandate", "compel", "encourage", "want",
    }),
    "announced": frozenset({"announce", "unveil", "schedule", "announcement"}),
    "planned": frozenset({
        "plan", "intend", "aim", "agree", "pledge", "vow", "promise", "prepare", "decide", "commit", "mean", "hope",
        "due", "ready", "set", "poised", "scheduled", "about", "willing", "bid", "intention", "proposal", "propose",
        "offer", "seek", "decision", "agreement", "commitment", "effort", "attempt", "wish", "expect",
        "undertake", "goal", "strategy", "determined", "try", "swear", "resolve",
    }),
    "possible": frozenset({
        "threaten", "consider", "weigh", "mull", "contemplate", "likely", "possible", "risk", "fear", "threat",
        "possibility", "speculate", "suspect", "unlikely", "probable", "may", "might", "chance", "seem", "appear",
        "allege", "suspected", "believe", "think", "doubt", "worry", "wonder", "whether",
    }),
    "hypothetical": frozenset({"imagine", "suppose", "assume", "pretend"}),
}  # fmt: skip
ATTRIBUTES: dict[str, Modality] = {
    "planned": "planned", "proposed": "planned", "upcoming": "planned", "scheduled": "planned", "future": "planned",
    "possible": "possible", "potential": "possible", "alleged": "possible", "suspected": "possible",
    "threatened": "possible", "apparent": "possible", "likely": "possible", "hypothetical": "hypothetical",
    "possibly": "possible", "perhaps": "possible", "maybe": "possible", "probably": "possible",
    "allegedly": "possible", "reportedly": "possible", "apparently": "possible", "purportedly": "possible",
}  # fmt: skip
AUXILIARIES: dict[str, Modality] = {
    "will": "planned", "'ll": "planned", "’ll": "planned", "wo": "planned", "shall": "planned",
    "may": "possible", "might": "possible", "could": "possible", "can": "possible", "ca": "possible",
    "must": "demanded", "should": "demanded", "ought": "demanded",
}  # fmt: skip
DEMANDING = frozenset({"demand", "request", "urge", "require", "recommend"})
SPEECH = frozenset({
    "say", "tell", "announce", "add", "warn", "promise", "pledge", "vow", "declare", "confirm", "state", "note",
    "explain", "argue", "predict", "believe", "think", "expect", "report", "claim", "insist", "acknowledge", "suggest",
    "indicate", "reveal", "decide", "agree",
})  # fmt: skip
CONDITIONS = frozenset({
    "if", "unless", "lest", "provided", "providing", "supposing", "assuming", "in case", "in the event", "so long as",
    "as long as",
})  # fmt: skip
# What these leave open where they are negated: `did not confirm that`; what is not disclosed or mentioned may be so.
VOUCHING = frozenset({
    "say", "confirm", "claim", "suggest", "argue", "allege", "report", "insist", "prove", "show", "indicate",
    "evidence", "sign", "indication", "proof", "conclude", "find", "establish", "verify", "assert", "allegation",
    "suggestion",
})  # fmt: skip
HOPING = frozenset({"hope", "wish", "expect", "anticipate", "predict"})  # `hopes they come`
ASKING = frozenset({"call", "appeal", "plead", "lobby", "petition"})  # `called on them to leave`
# What these say of somebody is hearsay where they are passive: `is said to have fled`.
HEARSAY = frozenset({
    "say", "report", "rumour", "rumor", "allege", "repute", "presume", "understand", "suspect", "fear", "believe",
    "think", "claim",
})  # fmt: skip
# What somebody is only charged with: `is accused of bombing`, `accused them of bombing`.
CHARGING = frozenset({"accuse", "suspect", "charge", "arrest", "indict"})
CHARGED_BY = frozenset({"of", "for", "with"})
# Verbs by which those who are asked refuse: `officials would not comment`.
REFUSABLE = frozenset({
    "comment", "say", "identify", "confirm", "discuss", "disclose", "elaborate", "reveal", "specify", "name", "answer",
    "respond", "speculate", "speak", "talk", "release", "give", "provide", "tell", "explain", "deny",
})  # fmt: skip
# Verbs of what came of an act rather than of its aim: `scored twice to win`.
RESULTS = frozenset({
    "win", "clinch", "secure", "seal", "score", "claim", "equalise", "equalize", "finish", "complete", "reveal", "find",
})  # fmt: skip
