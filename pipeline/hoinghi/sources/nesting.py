"""Markup that would keep a parser busy for hours is brought to a depth that pages have.

Parsers of HTML take quadratic time on deeply nested tags, and copy every unclosed ``<b>`` into
each paragraph that follows, as the standard asks of them.
"""

from __future__ import annotations

import re

# Browsers stop at 512; pages that people make stay below 100.
_DEEPEST = 256
# How often an unclosed tag of formatting may be copied into a following element.
_MOST_COPIES = 1_000_000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
# Pictures inside the page, mostly; nothing that is read stands in an attribute of that length.
_ENDLESS = re.compile(r"""(?<==)(?:"[^"<>]{5000,}"|'[^'<>]{5000,}'|[^\s"'<>]{5000,})""")
_VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source "
    "track wbr".split()
)
# Whose end tag may be missing: they close each other and nest only through other tags.
_SELF_CLOSING = frozenset(
    "p li dt dd tr td th tbody thead tfoot colgroup option optgroup html head body rp rt".split()
)
_FORMATTING = "b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u|a"
_FORMATTING_TAGS = frozenset(_FORMATTING.split("|"))
_FORMATTING_TAG = re.compile(rf"</?(?:{_FORMATTING})(?:\s[^<>]{{0,2000}})?>", re.IGNORECASE)


def tame(html: str) -> str:
    """Return ``html`` without endless attributes, and flat where its tags nest as no page does."""
    html = _ENDLESS.sub('""', html)
    if html.count("<") <= _DEEPEST or not _is_wild(html):
        return html
    return _cut(_FORMATTING_TAG.sub("", html))


def _is_wild(html: str) -> bool:
    """Tell whether tags nest too deep, or formatting is left open over too much."""
    depth = unclosed = copies = 0
    for match in _TAG.finditer(html):
        closing, name = match[1], match[2].lower()
        if name in _VOID or name in _SELF_CLOSING:
            copies += unclosed
        elif name in _FORMATTING_TAGS:
            unclosed = max(0, unclosed - 1) if closing else unclosed + 1
        elif closing:
            depth = max(0, depth - 1)
        else:
            depth += 1
            copies += unclosed
        if depth > _DEEPEST or unclosed > _DEEPEST or copies > _MOST_COPIES:
            return True
    return False


def _cut(html: str) -> str:
    """Return ``html`` without the tags that open below the greatest depth, and their ends."""
    kept: list[str] = []
    depth = dropped = at = 0
    for match in _TAG.finditer(html):
        closing, name = match[1], match[2].lower()
        if name in _VOID or name in _SELF_CLOSING:
            continue
        if closing and dropped:
            dropped -= 1
        elif not closing and depth >= _DEEPEST:
            dropped += 1
        else:
            depth = max(0, depth + (-1 if closing else 1))
            continue
        kept.append(html[at : match.start()])
        # The rest of the tag is dropped, too, up to where it ends or the next one begins.
        at = _end_of(html, match.end())
    return "".join([*kept, html[at:]])


def _end_of(html: str, at: int) -> int:
    closing, opening = html.find(">", at), html.find("<", at)
    if closing < 0 or 0 <= opening < closing:
        return opening if opening >= 0 else len(html)
    return closing + 1
