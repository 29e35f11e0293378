"""HTML pages: parsed to blocks of text, the article's own blocks told from the rest."""
