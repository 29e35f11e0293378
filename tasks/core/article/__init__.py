"""Articles: read from pages and files of any format."""

from tasks.core.article.reading import read_article
from tasks.core.article.record import Article

__all__ = ["Article", "read_article"]
