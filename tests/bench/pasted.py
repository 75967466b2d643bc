"""What a reader copies from a page with the mouse: its visible lines, without any tags."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

_HIDDEN = "script,style,noscript,template,head,svg,iframe"
_BLOCKS = frozenset(
    "p div li ul ol table tr h1 h2 h3 h4 h5 h6 section article header footer nav aside form br hr "
    "figure figcaption blockquote dl dt dd fieldset label button option select center main details "
    "summary address pre".split()
)
_CELLS = frozenset({"td", "th"})
_BLANKS = re.compile(r"[ \xa0\u200b]+")


def pasted(html: str) -> str:
    """Return the lines of a page as a browser puts them on the clipboard, menu and all."""
    tree = LexborHTMLParser(html)
    for node in tree.css(_HIDDEN):
        node.decompose()
    parts: list[str] = []
    if tree.body is not None:
        _write(tree.body, parts)
    lines = (_BLANKS.sub(" ", line).strip() for line in "".join(parts).split("\n"))
    return "\n".join(filter(None, lines))


def _write(node: LexborNode, parts: list[str]) -> None:
    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag == "-text":
            parts.append(re.sub(r"\s+", " ", child.text_content or ""))
        elif tag == "input":
            shown = child.attributes.get("value") or child.attributes.get("placeholder")
            parts.append(f" {shown} " if shown else "")
        elif tag != "-comment":
            block = tag in _BLOCKS or (tag in _CELLS and child.css_first("p,div,ul,table,li"))
            parts.append("\n" if block else "\t" if tag in _CELLS else "")
            _write(child, parts)
            parts.append("\n" if block else "")
