"""The lines of an article and what each is by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hoinghi.stages.layout import patterns as p
from hoinghi.text import fold

PARAGRAPH = 140  # characters from which a line is running text, not a heading or a list item
_BREAK = re.compile(r"[^\n]+")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_SPLIT_NAMES = re.compile(r"\s*(?:[-–,;&/+]|\bvà\b)\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: trimmed, with its place and its folded form."""

    start: int
    end: int
    text: str
    folded: str

    @property
    def is_paragraph(self) -> bool:
        """Tell whether this is running text of the article, teasers (``…``) left out."""
        return len(self.text) >= PARAGRAPH and not self.text.endswith(("…", "..."))

    @property
    def ends_sentence(self) -> bool:
        """Tell whether the line closes like a sentence or a list item."""
        return self.text.endswith((".", ";", ":", "!", "?", ",", "./.", ".”", '."'))


def split_lines(text: str) -> list[Line]:
    """Return the lines of ``text`` that hold anything, trimmed, in order."""
    lines = []
    for match in _BREAK.finditer(text):
        raw = match.group()
        body = raw.strip(" \t\r\u00a0\u200b\ufeff")
        if body:
            start = match.start() + raw.index(body)
            lines.append(Line(start, start + len(body), body, fold(body)))
    return lines


def is_only_parts(folded: str) -> bool:
    """Tell whether a line consists of menu words, counters, buttons and a date stamp alone."""
    at = 0  # running text fails at its first word; a search would try all parts at every letter
    while (part := p.NEXT_PART.match(folded, at)) is not None:
        at = part.end()
    return _LETTER_OR_DIGIT.search(folded, at) is None


def is_date_line(line: Line) -> bool:
    """Tell whether a line is the page's date stamp, with at most a section's name beside it."""
    folded = line.folded
    if len(folded) > 110 or not (p.YEAR.search(folded) and p.DAY.search(folded)):
        return False
    if not (p.CLOCK.search(folded) or p.WEEKDAY.search(folded) or p.COUNTED.search(folded)):
        return False
    rest = p.PARTS.sub(" ", folded)
    if ":" in rest and p.COUNTED.search(folded) is None:
        return False
    return len(" ".join(rest.split())) <= 40 and not p.TELLS_TIME.search(rest)


def is_stamp(folded: str) -> bool:
    """Tell whether a line is made of parts and has a counter or a button among them."""
    return len(folded) <= 200 and is_only_parts(folded) and bool(p.COUNTED.search(folded))


def is_furniture(line: Line, *, edge: bool) -> bool:
    """Tell whether a line by itself is furniture.

    Args:
        line: The line.
        edge: Whether it stands above the first or below the last paragraph, where weaker signs
            are enough.
    """
    folded = line.folded
    if len(folded) > 420:
        return False
    if is_stamp(folded) or _ALWAYS.match(folded):
        return True
    if p.PHOTO.match(folded):
        return is_credited(line.text)
    if not edge:
        return False
    made_by = p.MADE_BY.match(folded)
    return (
        is_only_parts(folded)
        or is_date_line(line)
        or bool(made_by and is_byline(line.text[made_by.end() :]))
        or _EDGE.match(folded) is not None
    )


def _any_of(*rules: re.Pattern[str]) -> re.Pattern[str]:
    """Return one pattern for all: a call for each of them costs more than most of them do."""
    return re.compile("|".join(rule.pattern for rule in rules))


_EDGE = _any_of(
    p.IMPRINT,
    p.SHORT_PATH,
    p.SECTION,
    p.SOURCE,
    p.COLLECTED,
    p.BANNER,
    p.REACTIONS,
    p.FORM,
    p.RELATED,
)
_ALWAYS = _any_of(
    p.BREADCRUMB, p.CREDIT, p.TAGS, p.HASHTAGS, p.ATTACHED, p.POINTER, p.FOLLOW, p.SHARE
)


def is_credited(text: str) -> bool:
    """Tell whether ``Ảnh: …`` names a photographer rather than describing the picture."""
    who = p.PHOTO.sub("", fold(text.strip("([")))
    given = text[len(text) - len(who) :].strip(" .)]")
    folded = fold(given)
    office = p.AGENCIES.fullmatch(folded) or p.NEWSROOM.fullmatch(folded)
    return not given or bool(office) or is_byline(given)


def is_byline(text: str) -> bool:
    """Tell whether ``text`` is nothing but author names, perhaps with their newsroom.

    ``Thu Hà``, ``M.HẠNH``, ``Trần Tuấn – Trung tâm CUDVC xã``, ``Trúc Ly (Đài TT An Hiệp)``.
    """
    bare = text.strip(" \t.*|")
    if not 2 <= len(bare) <= 70 or any(c.isdigit() for c in bare):
        return False
    head, bracket, tail = bare.partition("(")
    if bracket and not head.strip():
        return is_newsroom(tail)
    names = [part for part in _SPLIT_NAMES.split(head) if part.strip()]
    if bracket and not tail.endswith(")"):
        return False
    for at, name in enumerate(names):
        if at and is_newsroom(name):
            return True
        if not _is_name(name.split()):
            return False
    return bool(names)


def is_newsroom(text: str) -> bool:
    """Tell whether ``text`` is the short name of an office that writes for a site."""
    return len(text) <= 50 and bool(p.AFFILIATION.match(fold(text.strip())))


def _is_name(words: list[str]) -> bool:
    if not words or len(words) > 5:
        return False
    first = fold(words[0])
    if first in p.PEN_NAMES:
        return True
    if first in p.HONORIFICS:
        return False
    if len(words) == 1 and "." not in words[0][1:]:
        return False
    return all(word[0].isupper() and word.replace(".", "").isalpha() for word in words)
