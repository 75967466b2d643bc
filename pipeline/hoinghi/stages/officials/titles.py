"""Finding titles of office: the catalogue's forms, and heads that share a word with their body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hoinghi.resources.officials import TitleForm
from hoinghi.stages.officials.heads import HEAD_WORDS, find_head, village_end
from hoinghi.stages.officials.scan import Scan, inside_word
from hoinghi.text import squeeze

_GLUE = re.compile(r" {1,2}| ?\n ?")
_GLUE_SHORT = re.compile(r" {1,2}| ?\n ?|\. ?|")
_TOGETHER = re.compile(r" kiêm (?:nhiệm )?| ?- ?")
_FIELD = (
    r"địa chính|tư pháp|hộ tịch|văn hóa|xã hội|tài chính|kế toán|văn phòng|thống kê|xây dựng|"
    r"nông nghiệp|môi trường|đô thị|lao động|quân sự|thương binh|kinh tế|thông tin|thể thao|"
    r"giao thông|thủy lợi|vhxh|tpht|tckt|vptk|đcxd|đcnn|đc|xd|vh|xh|tp|ht|tc|kt|vp|tk|nn|mt"
)
# The second half of a field needs no sign before it (``Văn hóa xã hội``).
_HALF = r"(?= {1,2}(?:xã hội|hộ tịch|kế toán|thống kê|xây dựng|môi trường|thương binh)) {1,2}"
_FIELDS = re.compile(
    rf" {{1,2}}(?P<first>{_FIELD})(?:(?: ?[-,&] ?| và |{_HALF})(?:{_FIELD})){{0,4}}(?![^\W_])"
)
_SHORT_FIELD = {
    "đc": "Địa chính", "xd": "Xây dựng", "vh": "Văn hóa", "xh": "Xã hội", "tp": "Tư pháp",
    "ht": "Hộ tịch", "tc": "Tài chính", "kt": "Kế toán", "vp": "Văn phòng", "tk": "Thống kê",
    "nn": "Nông nghiệp", "mt": "Môi trường", "vhxh": "Văn hóa - Xã hội",
    "tpht": "Tư pháp - Hộ tịch", "tckt": "Tài chính - Kế toán", "vptk": "Văn phòng - Thống kê",
    "đcxd": "Địa chính - Xây dựng", "đcnn": "Địa chính - Nông nghiệp",
}  # fmt: skip
# What names no office without a person: "công chức xã hội", "công chức văn phòng".
_OF_ALL = frozenset({"văn phòng", "xã hội", "kinh tế", "quân sự", "tài chính", "văn hóa"})
_UNION = re.compile(
    r" {1,2}(phụ nữ|nông dân|cựu chiến binh|ccb|người cao tuổi|nct|thanh niên|chữ thập đỏ|ctđ|"
    r"khuyến học|pn|nd)(?![^\W_])"
)
_SHORT_UNION = {
    "ccb": "Cựu chiến binh", "nct": "Người cao tuổi", "ctđ": "Chữ thập đỏ", "pn": "Phụ nữ",
    "nd": "Nông dân",
}  # fmt: skip
_BRANCH_HEADS = frozenset(
    ("Chi hội trưởng", "Phó Chi hội trưởng", "Chi hội phó",
     "Phân hội trưởng", "Phó Phân hội trưởng", "Phân hội phó")
)  # fmt: skip
_STANDING = re.compile(
    r"(?: {1,2}|[.-] ?(?=tt))"
    r"(thường trực|tt|chuyên trách|không chuyên trách|thứ nhất|phụ trách)(?![^\W_])"
)
_OF_PARTY = re.compile(r" (?:(?:tỉnh|huyện|thành|quận|thị|đảng) ủy|trung ương|tư|t\.ư|- )")
_ACTING = re.compile(r"q\. ?")
# The second half of what leads a body (``Đoàn Chủ tịch``, ``Ban chủ nhiệm``) is no title.
_INNER = {
    ("chủ", "tịch"): ("đoàn", "phủ"), ("chủ", "nhiệm"): ("ban",), ("giám", "đốc"): ("ban", "tổng"),
    ("tổng", "giám", "đốc"): ("ban",),
}  # fmt: skip
_BEFORE = {"nguyên": "nguyên", "cựu": "cựu", "quyền": "Quyền"}


@dataclass(frozen=True, slots=True)
class TitleHit:
    """A title where it stands; ``kind`` as in the catalogue, ``abbr`` for a bare abbreviation."""

    start: int
    end: int
    norm: str
    kind: str
    abbr: bool = False


def find_titles(scan: Scan, words: Sequence[tuple[int, int]] = ()) -> list[TitleHit]:
    """Return all that may be a title, left to right, without overlaps.

    Args:
        scan: The article.
        words: Word spans; a lower-case syllable inside a longer word is no title.
    """
    starters = scan.lexicon.starters
    begins = (i for i, form in enumerate(scan.forms) if form in starters or form in HEAD_WORDS)
    hits: list[TitleHit] = []
    behind = 0  # the token behind the last title
    for at in begins:
        if at < behind:
            continue
        hit = _listed(scan, at) or _head(scan, at)
        if hit is None or _small_in_word(scan, hit, words):
            continue
        if hit.kind != "off":
            hit = _after(scan, _before(scan, hit, at))
            if not _in_body(scan, hit):
                hits.append(hit)
        behind = scan.index_from(hit.end)
    return _joined(scan, hits)


def _small_in_word(scan: Scan, hit: TitleHit, words: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a small title is part of a longer word, not glued to a name by a dash."""
    glued = hit.start > 0 and scan.folded[hit.start - 1] == "-"
    return scan.text[hit.start].islower() and not glued and inside_word(words, hit.start)


def _listed(scan: Scan, at: int) -> TitleHit | None:
    """Return the longest form of the catalogue that starts at token ``at``."""
    first = scan.forms[at]
    second = scan.forms[at + 1] if at + 1 < len(scan.forms) else ""
    known = scan.lexicon.titles
    for form in (*known.get((first, second), ()), *known.get((first, ""), ())):
        last = at + len(form.syllables) - 1
        if tuple(scan.forms[at : last + 1]) != form.syllables:
            continue
        if _reads(scan, at, form) and not _cut(scan, at, last, form):
            start, end = scan.tokens[at].start, scan.tokens[last].end
            hit = TitleHit(start, end, form.canonical, form.kind, form.abbreviated and last == at)
            if form.kind != "village":
                return hit
            stop = village_end(scan, last)
            return replace(hit, end=stop) if stop is not None else None
    return None


def _cut(scan: Scan, at: int, last: int, form: TitleForm) -> bool:
    """Tell whether the form runs into a body's name, or into the next title."""
    if form.syllables[-1] == "phó" and len(form.syllables) > 1 and _deputy(scan, last):
        return True
    if at and scan.tokens[at - 1].form in _INNER.get(form.syllables, ()):
        return scan.gap(at - 1, at) == " "
    if form.kind == "event" and _OF_PARTY.match(scan.folded, scan.tokens[last].end):
        return True
    inner = (scan.body_ahead(token.start) for token in scan.tokens[at + 1 : last + 1])
    if form.syllables[0] in {"ủy", "uv"}:  # of what it names only if the body goes on behind it
        return any(end > scan.tokens[last].end for end in inner if end is not None)
    return form.kind != "honour" and any(end is not None for end in inner)


def _deputy(scan: Scan, at: int) -> bool:
    """Tell whether ``phó`` begins the next title (``nhiệm vụ | Phó Bí thư``)."""
    head = at + 1 < len(scan.tokens) and scan.tokens[at + 1].form in {"trưởng", "chánh"}
    return head or _listed(scan, at) is not None


def _reads(scan: Scan, at: int, form: TitleForm) -> bool:
    """Tell whether the syllables of ``form`` belong together; short ones must be in capitals."""
    glue = _GLUE_SHORT if form.abbreviated else _GLUE
    for right in range(at + 1, at + len(form.syllables)):
        gap = scan.gap(right - 1, right)
        if gap != " " and not glue.fullmatch(gap):
            return False
    if not form.abbreviated:
        return True
    short = [scan.tokens[at + i] for i in form.shortened]
    lower = len(form.syllables) == 1 and len(form.syllables[0]) >= 3
    return all(scan.raw(t).isupper() or (lower and scan.raw(t).islower()) for t in short)


def _head(scan: Scan, at: int) -> TitleHit | None:
    if scan.tokens[at].form not in HEAD_WORDS:
        return None
    found = find_head(scan, at)
    return TitleHit(scan.tokens[at].start, *found, "head") if found else None


def _before(scan: Scan, hit: TitleHit, at: int) -> TitleHit:
    """Take in ``Phó`` and ``nguyên``, ``cựu``, ``quyền`` in front."""
    left = at - 1
    if left >= 0 and scan.tokens[left].form == "phó" and scan.gap(left, at).isspace():
        if not hit.norm.startswith("Phó"):
            hit = replace(hit, start=scan.tokens[left].start, norm="Phó " + hit.norm)
        left -= 1
    if left >= 0 and scan.raw(scan.tokens[left]) == "Q":
        short = _ACTING.fullmatch(scan.folded, scan.tokens[left].start, hit.start)
        return (
            replace(hit, start=scan.tokens[left].start, norm=f"Quyền {hit.norm}") if short else hit
        )
    if left < 0 or not scan.folded[scan.tokens[left].end : hit.start].isspace():
        return hit
    word = _BEFORE.get(scan.tokens[left].form)
    if word is None or (left and scan.gap(left - 1, left) == " " and _part_of_word(scan, left)):
        return hit
    norm = f"{word} {hit.norm}"
    return replace(hit, start=scan.tokens[left].start, norm=norm)


def _part_of_word(scan: Scan, left: int) -> bool:
    """Tell whether ``nguyên`` ends a name, ``quyền`` the word ``chính quyền``."""
    before = scan.tokens[left - 1]
    return before.form == "chính" or (scan.capital(scan.tokens[left]) and scan.capital(before))


def _after(scan: Scan, hit: TitleHit) -> TitleHit:
    """Take in ``Thường trực``, the field of a clerk, the union of a branch head."""
    base = hit.norm.removeprefix("nguyên ").removeprefix("cựu ")
    if base.startswith("Phó") or base in {"Bí thư", "Thứ trưởng"}:
        match = _STANDING.match(scan.folded, hit.end)
        if match and _stands(scan, base, match):
            word = {"tt": "Thường trực", "thường trực": "Thường trực"}.get(match[1], match[1])
            return replace(hit, end=match.end(), norm=f"{hit.norm} {word}", abbr=False)
    if base in {"Công chức", "Cán bộ"}:
        return _with_field(scan, hit, base)
    match = _UNION.match(scan.folded, hit.end) if base in _BRANCH_HEADS else None
    if match and scan.body_over(match.start(1)) is None:
        word = _SHORT_UNION.get(match[1], match[1].capitalize())
        return replace(hit, end=match.end(), norm=f"{hit.norm} {word}")
    return hit


def _with_field(scan: Scan, hit: TitleHit, base: str) -> TitleHit:
    """Take in a clerk's field, which makes him the holder of an office, named or not."""
    match = _FIELDS.match(scan.folded, hit.end)
    if match is None or scan.folded.endswith("cán bộ, ", 0, hit.start):
        return hit
    body = scan.body_over(match.start("first"))
    if body is not None and body[1] >= match.end():  # "công chức Văn phòng HĐND và UBND"
        return hit
    office = base == "Công chức" and match[0].strip() not in _OF_ALL
    norm = f"{hit.norm} {_field(match[0])}"
    return replace(hit, end=match.end(), norm=norm, kind="post" if office else "person")


def _stands(scan: Scan, base: str, match: re.Match[str]) -> bool:
    """Tell whether the words behind a deputy say that he is the standing one."""
    if base == "Bí thư":
        return match[1] == "thứ nhất"
    if match[1] == "phụ trách":  # he leads the body; else a field of work follows
        return scan.body_from(match.end()) is not None
    if match[1] != "tt":
        return True
    town = scan.place_from(match.start(1)) is not None  # ``TT`` is a ``thị trấn`` too
    return not town and scan.text[match.start(1) : match.end(1)].isupper()


def _field(written: str) -> str:
    parts = filter(None, map(squeeze, re.split(rf"[-,&]| và |{_HALF}", written)))
    return " - ".join(_SHORT_FIELD.get(part, part.capitalize()) for part in parts)


def _in_body(scan: Scan, hit: TitleHit) -> bool:
    body = scan.body_over(hit.start)
    return body is not None and body[0] <= hit.start and hit.end <= body[1]


def _joined(scan: Scan, hits: list[TitleHit]) -> list[TitleHit]:
    """Make one title of two posts that ``kiêm`` joins without a body between (ruling 15)."""
    joined: list[TitleHit] = []
    for hit in hits:
        last = joined[-1] if joined else None
        link = _TOGETHER.fullmatch(scan.folded, last.end, hit.start) if last else None
        word = " kiêm " if link and "kiêm" in link[0] else " - "
        if last and link and (word == " kiêm " or hit.norm == "Tổng Thư ký"):
            joined[-1] = replace(last, end=hit.end, norm=last.norm + word + hit.norm, abbr=False)
        else:
            joined.append(hit)
    return joined
