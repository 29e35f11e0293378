"""One polite, safe client of the web: guard, transport, pace, robots and the outcome of each visit."""
