"""Tell the article from the page around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hoinghi.records import Region
from hoinghi.stages.layout import patterns as p
from hoinghi.stages.layout.lines import (
    PARAGRAPH,
    Line,
    is_byline,
    is_credited,
    is_furniture,
    is_newsroom,
    split_lines,
)
from hoinghi.stages.layout.pasted import find_core, mark_outside
from hoinghi.stages.layout.top import mark_top
from hoinghi.text import fold

_HEADLINE = 250
_NOT_BREAK = re.compile(r"[^\n]")
_WORD = re.compile(r"[^\s,;:()/]+")


def find_regions(text: str, *, title: str | None = None) -> list[Region]:
    """Cut an article into headline, body, captions and site furniture.

    Args:
        text: The article as it came, NFC.
        title: The headline where the source gives it apart.

    Returns:
        Regions in order that cover all of ``text`` without gaps; none for an empty text.
        Furniture is what ruling 10 of the guidelines leaves unannotated: menus, counters,
        bylines, credits, tags, boxes with other stories, comment forms.
    """
    lines = split_lines(text)
    kinds = _line_kinds(lines, title)
    cuts: list[tuple[int, int, str]] = []
    for line, kind in zip(lines, kinds, strict=True):
        if kind == "furniture":
            cuts.append((line.start, line.end, kind))
            continue
        at = line.start
        for start, end in _inline(line):
            cuts.extend([(at, start, kind), (start, end, "furniture")])
            at = end
        cuts.append((at, line.end, kind))
    return _tile([cut for cut in cuts if cut[0] < cut[1]], len(text))


def mask(text: str, regions: Sequence[Region]) -> str:
    """Return ``text`` with every character of its furniture turned into a line break.

    The result has the same length, so that offsets in it are offsets in ``text``.
    """
    parts = []
    for region in regions:
        piece = text[region.start : region.end]
        parts.append(_NOT_BREAK.sub("\n", piece) if region.kind == "furniture" else piece)
    return "".join(parts)


def owner_lines(text: str, regions: Sequence[Region]) -> str:
    """Return the furniture that says whose site it is: all above the article, imprints below."""
    if len(regions) < 2:
        return ""
    lines = text[: regions[0].end].splitlines() if regions[0].kind == "furniture" else []
    last = regions[-1]
    below = text[last.start : last.end].splitlines() if last.kind == "furniture" else []
    lines += [line for line in below[:40] if p.IMPRINT.match(fold(line).strip())]
    return "\n".join(line for line in lines if p.NAMES_UNIT.search(fold(line)))


def _tile(cuts: list[tuple[int, int, str]], length: int) -> list[Region]:
    """Join neighbours of one kind and let each region reach to the start of the next."""
    merged: list[list[int | str]] = []
    for start, _, kind in cuts:
        if not merged or merged[-1][1] != kind or kind == "headline":
            merged.append([start, kind])
    if not merged:
        return [Region(0, length, "body")] if length else []
    merged[0][0] = 0
    ends = [int(start) for start, _ in merged[1:]] + [length]
    return [Region(int(s), end, str(k)) for (s, k), end in zip(merged, ends, strict=True)]


def _line_kinds(lines: list[Line], title: str | None) -> list[str]:
    paragraphs = [i for i, line in enumerate(lines) if line.is_paragraph]
    stop = _tail_start(lines, paragraphs)
    core = find_core(lines, title)
    if core is not None and core.below:
        stop = max(stop, core.last + 1)
    inside = [i for i in paragraphs if i < stop]
    first, last = (inside[0], inside[-1]) if inside else (min(3, len(lines)), len(lines))
    kinds = ["body"] * len(lines)
    wanted = fold(title).strip() if title else ""
    for i, line in enumerate(lines):
        edge = i < first or i > last
        if i >= stop or (line.folded != wanted and is_furniture(line, edge=edge)):
            kinds[i] = "furniture"
        elif p.RELATED.match(line.folded):
            _mark_box(lines, kinds, i)
        elif p.CAPTION.match(line.folded) and len(line.text) < PARAGRAPH * 2:
            kinds[i] = "caption"
    mark_top(lines, kinds, title)
    if core is not None:
        mark_outside(lines, kinds, core)
    _mark_bylines(lines, kinds, stop)
    _mark_headline(lines, kinds, wanted)
    return kinds


def _tail_start(lines: list[Line], paragraphs: list[int]) -> int:
    """Return the index of the first line below the article, ``len(lines)`` if there is none.

    A comment form ends the article wherever it stands below a paragraph; a box of other
    stories only when no paragraph follows.
    """
    if not paragraphs:
        return _tail_of_list(lines)
    for i in range(paragraphs[0] + 1, len(lines)):
        folded = lines[i].folded
        closes = not any(j > i for j in paragraphs)
        related = p.RELATED.match(folded) and (closes or _teasers_only(lines, i))
        if related or (p.FORM.match(folded) and (closes or _form_follows(lines, i))):
            return i
    return len(lines)


def _tail_of_list(lines: list[Line]) -> int:
    for i in range(3, len(lines)):
        if p.RELATED.match(lines[i].folded) or _form_follows(lines, i):
            return i
    return len(lines)


def _form_follows(lines: list[Line], at: int) -> bool:
    """Tell whether a line of a form is backed by a second one within the next few lines."""
    if p.LOST_FORM.match(lines[at].folded):
        return True
    near = lines[at + 1 : at + 8]
    return bool(p.FORM.match(lines[at].folded)) and any(p.FORM.match(x.folded) for x in near)


def _teasers_only(lines: list[Line], at: int) -> bool:
    """Tell whether a form ends the page below a box, so that all between are teasers."""
    return any(p.LOST_FORM.match(line.folded) for line in lines[at + 1 :])


def _mark_box(lines: list[Line], kinds: list[str], at: int) -> None:
    """Mark a box header between paragraphs together with the headlines that it lists."""
    kinds[at] = "furniture"
    if ":" in lines[at].text.rstrip(":"):
        return
    for i in range(at + 1, min(at + 8, len(lines))):
        if len(lines[i].text) >= PARAGRAPH or lines[i].ends_sentence:
            return
        kinds[i] = "furniture"


def _mark_bylines(lines: list[Line], kinds: list[str], stop: int) -> None:
    """Mark author lines under the text, banners above a tail, and an author under the headline."""
    end = min(stop, len(lines)) - 1
    while end > 0 and kinds[end] in {"furniture", "caption"}:
        end -= 1
    for i in range(end, max(end - 3, 0), -1):
        line, before = lines[i], lines[i - 1]
        banner = i + 1 == stop < len(lines) and _is_banner(line)
        closed = before.is_paragraph or before.ends_sentence or kinds[i - 1] != "body"
        stacked = i == end and is_byline(before.text) and line.text.startswith("(")
        signed = is_byline(line.text) or (is_newsroom(line.text) and line.text[0].isupper())
        if banner or (signed and not line.ends_sentence and (closed or stacked)):
            kinds[i] = "furniture"
        else:
            break
    if len(lines) > 2 and lines[2].is_paragraph and len(lines[1].text.split()) >= 3:
        name = lines[1].text
        if not name.isupper() and "-" not in name and is_byline(name):
            kinds[1] = "furniture"


def _is_banner(line: Line) -> bool:
    return len(line.text) < 90 and line.text.isupper() and not line.ends_sentence


def _mark_headline(lines: list[Line], kinds: list[str], wanted: str) -> None:
    for i, line in enumerate(lines):
        if kinds[i] != "body":
            continue
        same = line.folded == wanted
        below = any(kind == "body" for kind in kinds[i + 1 :])
        if same or (below and len(line.text) <= _HEADLINE and not line.ends_sentence):
            kinds[i] = "headline"
        return


def _inline(line: Line) -> Iterator[tuple[int, int]]:
    """Yield credits inside a line, and all from a comment form on where line breaks were lost."""
    folded = line.folded
    found = [
        match.span()
        for match in p.BRACKET_CREDIT.finditer(folded)
        if match["who"] is None or is_credited(line.text[slice(*match.span())])
    ]
    if (ends := p.END_CREDIT.search(folded)) and _names_source(line.text[slice(*ends.span("who"))]):
        found.append((ends.start(), len(folded)))
    found.extend(
        (match.start(), end)
        for match in p.PHOTO_IN_LINE.finditer(folded)
        if (end := _credit_end(line, match.end())) is not None
    )
    if len(folded) > PARAGRAPH and any(sign in folded for sign in p.LOST_FORM_SIGNS):
        form = p.LOST_FORM.search(folded)
        if form and form.start() > PARAGRAPH:
            found.append((form.start(), len(folded)))
    at = 0
    for start, end in sorted(found):
        if end > at:
            yield line.start + max(start, at), line.start + end
            at = end


def _names_source(who: str) -> bool:
    return bool(p.AGENCIES.fullmatch(fold(who.strip(" .)")))) or is_byline(who)


def _credit_end(line: Line, at: int) -> int | None:
    """Return where a photographer's name ends that runs on into the next sentence."""
    if agency := p.AGENCIES.match(line.folded, at):
        return agency.end()
    words = [m for m in _WORD.finditer(line.text, at, at + 40) if m.start() < at + 30][:3]
    end = None
    for count, match in enumerate(words):
        word = match.group().rstrip(".")
        if not word[:1].isupper() or (count and not _goes_on(line, words, count)):
            break
        end = match.start() + len(word)
        if not count and (word.isupper() and len(word) <= 5 and fold(word) not in p.SURNAMES):
            return end
        if "." in match.group():
            return end
    return end if end is not None and end > words[0].end() else None


def _goes_on(line: Line, words: list[re.Match[str]], count: int) -> bool:
    """Tell whether word ``count`` still belongs to the photographer's name before it."""
    word, first = words[count].group(), words[0].group()
    glued = line.text[words[count - 1].end() : words[count].start()] == " "
    alike = word.isupper() == first.isupper()
    long = count < 2 or fold(first) in p.SURNAMES
    return glued and alike and long and fold(word) not in p.OPENERS
