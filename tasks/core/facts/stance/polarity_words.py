"""Words that negate, that undo what they govern, and that let a negation through to it."""

from __future__ import annotations

NOT = frozenset({"not", "n't", "never", "nor", "neither", "hardly", "scarcely", "barely"})
NO = frozenset({"no", "neither", "none", "nobody", "nothing", "nowhere"})
NEGATING = NOT | NO
WITHOUT = frozenset({"without", "instead", "rather"})  # as prepositions and conjunctions; as adverbs they deny nothing
LIMITING = frozenset({"just", "only", "merely", "simply", "alone"})  # `not only` affirms
# What these govern did not come about, or is said not to have: `failed to agree`, `denied carrying out the attack`.
UNDOING = frozenset({
    "fail", "refuse", "decline", "deny", "reject", "avoid", "prevent", "refrain", "abstain", "forbid", "prohibit",
    "neglect", "omit", "lack", "preclude", "foil", "thwart", "avert", "dissuade", "deter", "unable", "unwilling",
    "reluctant", "impossible", "refusal", "failure", "inability", "reluctance", "unwillingness", "absence", "renounce",
})  # fmt: skip
# A `not` on these is meant for what they govern: `does not think that`, `is not expected to`, `has no plans to`.
RAISING = frozenset({
    "think", "believe", "expect", "want", "seem", "appear", "plan", "intend", "suppose", "imagine", "likely", "need",
    "allow", "let", "able", "have", "manage", "ready", "seek", "pursue", "wish", "set", "go", "use", "try", "begin",
    "start", "willing", "possible", "agree", "decide", "intention", "desire", "bid", "attempt", "chance", "reason",
    "right", "ability", "permission", "authority", "get", "make", "possibility", "way", "evidence", "sign", "proof",
    "indication", "aim", "choose", "find", "feel", "consider", "anticipate", "hope", "prospect", "wait", "interest",
    "require", "true", "mean",
})  # fmt: skip
# These undo with a particle: `ruled out attacking`, `called off the visit`.
UNDOING_OFF = frozenset({("rule", "out"), ("call", "off"), ("hold", "off"), ("fend", "off"), ("stave", "off")})
# What is planned and then given up did not come about: `dropped plans to leave`.
DROPPING = frozenset({"abandon", "drop", "scrap", "shelve", "cancel", "ditch", "withdraw", "shun"})
PLANS = frozenset({"plan", "bid", "attempt", "effort", "proposal", "intention", "idea", "threat", "project"})
ASKED = frozenset({
    "request", "bid", "offer", "demand", "appeal", "application", "proposal", "call", "plea", "petition", "motion",
    "invitation", "suggestion",
})  # fmt: skip
FROM = frozenset({"ban", "bar", "stop", "keep", "block", "discourage", "prevent", "hinder", "exclude", "restrain"})
BANNING = frozenset({"ban", "outlaw", "criminalize", "criminalise"})  # `banned selling beer`
WARNING = frozenset({"warn", "advise", "caution", "decide", "argue"})  # `warned them against leaving`
