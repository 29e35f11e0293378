"""What the repair of addresses must be told about the world; a reader in `tasks.io` provides it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol


class UrlLexicon(Protocol):
    """Reference data of the repair: words, hosts, parameters. One object serves a whole run (caches hang on it)."""

    def __hash__(self) -> int:
        """Of its identity."""

    @property
    def words(self) -> Mapping[str, float]:
        """English words, lower case, with the log10 of their probability."""

    @property
    def letters(self) -> Mapping[str, Mapping[str, float]]:
        """Two letters of a word (`^` pads the beginning) to the next (`$` ends it) with its log10 probability."""

    @property
    def suffixes(self) -> frozenset[str]:
        """Rules of the public suffix list, in Unicode and in Punycode."""

    @property
    def publishers(self) -> Mapping[str, str]:
        """Names of news publishers by host, without `www.`."""

    @property
    def tracking(self) -> Mapping[str, frozenset[str]]:
        """Parameters that say who sent the reader, by host (`*` for all); a final `*` stands for any rest."""

    @property
    def wrappers(self) -> Sequence[tuple[str, str, tuple[str, ...]]]:
        """Services whose addresses carry another: host pattern, beginning of the path, parameters to try in order."""

    @property
    def short_links(self) -> frozenset[str]:
        """Hosts whose addresses lead elsewhere and say nothing about where."""

    @property
    def label_heads(self) -> frozenset[str]:
        """Words that make a label before an address: `source`, `url`, `quelle`."""

    @property
    def label_words(self) -> frozenset[str]:
        """These and the words that may stand beside them: `original`, `the`, `at`."""
