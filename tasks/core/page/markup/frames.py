"""The elements around a page's blocks: what their tags, names and attributes say of the text inside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from selectolax.lexbor import LexborNode

from tasks.core.page.markup.elements import ARTICLE, FLAGS, HIDDEN, LEAVES, MAIN
from tasks.core.page.markup.names import TRAIL, name_flags
from tasks.core.text import vocabulary

_ROLES = {"main": MAIN, "article": ARTICLE}
_PROPERTIES = {"itemListElement": TRAIL}
SAYING = vocabulary("role itemprop hidden aria-hidden style")
_REMEMBERED = 20_000  # elements; most recur on their page, and on others of the site


@dataclass(slots=True, eq=False)
class Frame:
    """A block-level element; `flags` are its own and its ancestors' (see `elements`)."""

    tag: str
    names: str
    flags: int
    depth: int
    parent: Frame | None  # no element knows those inside it, nor itself: a circle would be kept until it is looked for

    @property
    def container(self) -> Frame:
        """The nearest element that is more than one paragraph's: this one, or one around it."""
        frame = self
        while frame.parent is not None and frame.tag in LEAVES:
            frame = frame.parent
        return frame


def around(frame: Frame | None) -> Iterator[Frame]:
    """An element and those around it, from the inside out."""
    while frame is not None:
        yield frame
        frame = frame.parent


def root_frame(node: LexborNode) -> Frame:
    """The outermost element."""
    return Frame(node.tag or "body", "", 0, 0, None)


def frame_of(node: LexborNode, parent: Frame) -> Frame:
    """An element in another."""
    tag, attributes = node.tag or "", node.attributes
    style, own = attributes.get("class"), attributes.get("id")
    names, flags = said(tag, style, own)
    flags |= parent.flags
    if len(attributes) > (style is not None) + (own is not None) and not SAYING.isdisjoint(attributes):
        flags |= stated_flags(attributes)
    return Frame(tag, names, flags, parent.depth + 1, parent)


@lru_cache(maxsize=_REMEMBERED)
def said(tag: str, style: str | None, own: str | None) -> tuple[str, int]:
    """The names of an element, and what it and they say of its text."""
    names = f"{style} {own}" if style and own else style or own or ""
    return names, FLAGS.get(tag, 0) | name_flags(names)


def stated_flags(attributes: Mapping[str, str | None]) -> int:
    """What the attributes `SAYING` say of an element's text."""
    flags = _ROLES.get(attributes.get("role") or "", 0)
    flags |= _PROPERTIES.get(attributes.get("itemprop") or "", 0)
    style = attributes.get("style")
    if (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or (style and "display:none" in style.replace(" ", ""))
    ):
        flags |= HIDDEN
    return flags
