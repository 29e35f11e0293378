"""Whether it is so: affirmed or negated, done, planned, possible or past history."""
