"""A page's markup: parsed, and read as blocks, the runs of words that a browser shows apart."""
