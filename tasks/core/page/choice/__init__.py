"""Which blocks are the article's: what is measured of each, the trees that weigh it, what goes with those chosen."""
