"""What the elements of HTML mean for reading: which part text, which are never read, which say what they hold."""

from __future__ import annotations

from tasks.core.text import vocabulary

# Never part of what a reader reads.
UNREAD = vocabulary(
    "script style noscript template svg math canvas iframe object embed audio video map head title select "
    "datalist textarea input progress meter dialog"
)
# Elements that stand inside a line of text; every other one begins a block.
INLINE = vocabulary(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr img picture source"
)
# Elements that hold one paragraph's words; the boxes around them are containers.
LEAVES = vocabulary("p h1 h2 h3 h4 h5 h6 li dt dd pre blockquote ul ol dl figcaption caption summary address")
HEADINGS = {f"h{level}": level for level in range(1, 7)}  # with their levels

# What an ancestor says of the text in it, as bits.
ARTICLE, MAIN, HEADER, FOOTER, ASIDE, NAV, FORM, FIGURE, TABLE, LIST, HIDDEN, BUTTON = (1 << bit for bit in range(12))
FLAGS = {
    "article": ARTICLE,
    "main": MAIN,
    "header": HEADER,
    "footer": FOOTER,
    "aside": ASIDE,
    "nav": NAV,
    "form": FORM,
    "figure": FIGURE,
    "figcaption": FIGURE,
    "table": TABLE,
    "ul": LIST,
    "ol": LIST,
    "dl": LIST,
    "button": BUTTON,
}
