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
    "may": "possible", "might": "possible", "could": "possible",
    "must": "demanded", "should": "demanded", "ought": "demanded",
}  # fmt: skip
DEMANDING = frozenset({"demand", "request", "urge", "require", "recommend"})
SPEECH = frozenset({
    "say", "tell", "announce", "add", "warn", "promise", "pledge", "vow", "declare", "confirm", "state", "note",
    "explain", "argue", "predict", "believe", "think", "expect", "report", "claim", "insist", "acknowledge", "suggest",
    "indicate", "reveal", "decide", "agree",
})  # fmt: skip
CONDITIONS = frozenset({"if", "unless", "lest", "provided"})
