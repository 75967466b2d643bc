"""From candidates to mentions: which titles count, given the names around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hoinghi.records import Mention, OrganizationMention, PlaceMention
from hoinghi.resources.lexicon import Lexicon
from hoinghi.stages.officials import patterns
from hoinghi.stages.officials.coreference import Named, full_names
from hoinghi.stages.officials.honorifics import Honorific, find_honorifics
from hoinghi.stages.officials.joints import joint_start
from hoinghi.stages.officials.link_patterns import HEADS_LIST
from hoinghi.stages.officials.names import find_person_names
from hoinghi.stages.officials.runs import NameHit
from hoinghi.stages.officials.scan import Scan
from hoinghi.stages.officials.titles import TitleHit, find_titles
from hoinghi.text import lower, squeeze, to_old_tone

_NEEDS_NAME = frozenset({"honour", "faith", "person"})
_DIRECTLY = frozenset({"weak", "person", "initial"})
# What joins a name to the one that its bearer is also called by.
_ALSO = frozenset({" (tức ", " (bí danh ", " (thường gọi ", " (tên thường gọi ", ", tức "})
# ``KT. CHỦ TỊCH`` over a deputy's signature names the office that he signs for.
_SIGNED_FOR = re.compile(r"(?<![^\W_])kt\. ?$")
_GROUP = re.compile(r"(?<![^\W_])các (?:đồng chí |đ/c |đc )?$")
# "33/35 đại biểu HĐND huyện", "các vị đại biểu HĐND tỉnh": a described group of them.
_COUNTED = re.compile(
    r"(?<![^\W_])(?:\d{1,3}(?:/\d{1,3})?|các|những|một số|nhiều|toàn thể|hai|ba)"
    r" {1,2}(?:(?:vị|nữ|đồng chí|đ/c|ông|bà) {1,2})?$"
)
# What may stand between the body and the delegate: his term, his constituency.
_TERM = re.compile(r"(?:,? \(?(?:các )?(?:khóa|nhiệm kỳ) [ivx\d][ivx\d, –-]{0,20}\)?)?[ ]{0,2}")
_BARE_RANKS = frozenset({"Vua", "Anh hùng", "Trạng nguyên"})


def find_names(
    body: str,
    *,
    words: Sequence[tuple[int, int]] = (),
    organizations: Sequence[OrganizationMention] = (),
    places: Sequence[PlaceMention] = (),
    lexicon: Lexicon | None = None,
    held: Sequence[Mention] | None = None,
) -> list[Mention]:
    """Return the PER and TITLE mentions of ``body`` in reading order.

    Args:
        body: The article in NFC, furniture blanked.
        words: Word spans; a lower-case title inside a longer word is none.
        organizations: Bodies; a title never includes its body (rulings 1, 2, 22).
        places: Places; a village's name belongs to the title of its head.
        lexicon: The titles that are known; ``None`` means the shipped ones.
        held: The mentions where they are known, in order and apart; then these are given their
            norms and no others are looked for.

    Returns:
        Mentions whose norm is the name, or the canonical title. Spans of one label do not
        overlap; PER and TITLE do not overlap either.
    """
    scan = Scan(body, organizations, places, lexicon)
    titles = find_titles(scan, words)
    honorifics = find_honorifics(scan.folded, body)
    if held is not None:
        return _named(scan, held, titles, honorifics)
    names = find_person_names(scan, titles, honorifics, words)
    kept = _attached(scan, titles, names)
    norms = _norms(scan, names, honorifics)
    mentions = [
        Mention(n.start, n.end, "PER", body[n.start : n.end], norm, n.rule, n.confidence)
        for n, norm in zip(names, norms, strict=True)
    ]
    mentions += [
        Mention(t.start, t.end, "TITLE", body[t.start : t.end], t.norm, f"title:{t.kind}", 0.9)
        for t in kept
    ]
    return sorted(mentions, key=lambda mention: (mention.start, mention.end))


def _named(
    scan: Scan,
    held: Sequence[Mention],
    titles: Sequence[TitleHit],
    honorifics: Sequence[Honorific],
) -> list[Mention]:
    """Return ``held`` with norms: full names, and titles as the catalogue or the text has them."""
    people = [mention for mention in held if mention.label == "PER"]
    full = dict(zip(people, _norms(scan, people, honorifics), strict=True))
    known = {(hit.start, hit.end): hit.norm for hit in titles}
    named = []
    for mention in held:
        written = to_old_tone(squeeze(mention.text))
        title = mention.norm or known.get(
            (mention.start, mention.end), written[0].upper() + written[1:]
        )
        named.append(replace(mention, norm=full.get(mention, title)))
    return named


def _norms(
    scan: Scan, names: Sequence[NameHit | Mention], honorifics: Sequence[Honorific]
) -> list[str]:
    """Return the full name of every mention; a name in small letters spells those in capitals."""
    forms = {h.name_at: h.form for h in honorifics}
    mentions = [Named(spelled(scan.text[n.start : n.end]), forms.get(n.start)) for n in names]
    full = full_names(mentions)
    aliases: dict[str, str] = {}
    for left, right, name, alias in zip(names, names[1:], full, full[1:], strict=False):
        link = scan.folded[left.end : right.start]
        same = link in _ALSO or (link == " (" and alias.rpartition(" ")[2] == name.split()[-1])
        if same and scan.text[right.end : right.end + 1] in {")", ","}:
            aliases[alias] = name
    return [aliases.get(name, name) for name in full]


def spelled(surface: str) -> str:
    """Return a name with single blanks, and with small letters where all were capitals."""
    name = squeeze(surface)
    if len(name) > 2 and name.isupper() and " " in name:
        return " ".join(part[0] + lower(part[1:]) for part in name.split())
    return name


def _attached(scan: Scan, titles: Sequence[TitleHit], names: Sequence[NameHit]) -> list[TitleHit]:
    """Drop titles that need a person and have none, and office holders who only issue."""
    starts = {name.start for name in names}
    taken = {at for name in names for at in range(name.start, name.end)}
    anchors = {name.end for name in names}
    kept: list[TitleHit] = []
    ends: set[int] = set()
    for hit in titles:
        signed_for = _SIGNED_FOR.search(scan.folded, max(0, hit.start - 5), hit.start)
        if hit.start in taken or signed_for:
            continue
        body = scan.body_from(hit.end)
        behind = body if body is not None else hit.end
        directly = hit.kind in _DIRECTLY
        leads = _leads_to_name(scan, behind, starts, directly=directly)
        follows = _follows(scan, hit.start, anchors, directly=directly)
        leads = leads or _leads_to_name(scan, _constituency(scan, behind), starts, directly=True)
        if hit.kind == "delegate" and body is not None:
            follows = (
                follows or _beside_post(scan, hit.start, ends) or _group(scan, hit, body, starts)
            )
        if _counts(scan, hit, leads=leads, follows=follows):
            kept.append(hit)
            ends.add(behind)
            if leads or follows:
                anchors.add(behind)
    return kept


def _beside_post(scan: Scan, start: int, ends: set[int]) -> bool:
    """Tell whether only a sign parts the delegate from the post before, whoever holds both."""
    return scan.folded[max(0, start - 2) : start] in {", ", "; "} and start - 2 in ends


def _group(scan: Scan, hit: TitleHit, body: int, starts: set[int]) -> bool:
    """Tell whether the delegates are counted, or a list of them follows."""
    counted = _COUNTED.search(scan.folded, max(0, hit.start - 24), hit.start)
    if counted:
        return True
    listed = HEADS_LIST.match(scan.folded, body)
    return listed is not None and _leads_to_name(scan, listed.end(), starts, directly=False)


def _constituency(scan: Scan, end: int) -> int:
    """Return the end of the term and the place that tell where somebody holds the post."""
    term = _TERM.match(scan.folded, end)
    at = term.end() if term else end
    return scan.place_from(at) or at


def _counts(scan: Scan, hit: TitleHit, *, leads: bool, follows: bool) -> bool:
    """Tell whether a title belongs to a named person or to a group of office holders."""
    body = scan.body_from(hit.end)
    if hit.kind in {"delegate", "weak"}:
        return (follows and hit.kind == "weak") or (body is not None and (leads or follows))
    if hit.kind == "initial":
        return follows and _set_apart(scan, hit)
    if leads or hit.norm in _BARE_RANKS:
        return leads
    if follows:
        return True
    if hit.abbr:
        before = max(0, hit.start - 16)
        group = hit.kind == "post" and _GROUP.search(scan.folded, before, hit.start) is not None
        return (body is not None or group) and hit.end - hit.start >= 3
    return hit.kind not in _NEEDS_NAME and not _only_issues(scan, hit, body)


def _set_apart(scan: Scan, hit: TitleHit) -> bool:
    """Tell whether a sign stands before an abbreviation that opens no place (``TP Huế``)."""
    sign = scan.folded[max(0, hit.start - 2) : hit.start].strip()[-1:]
    return sign in {",", "-", "(", ":"} and hit.start not in scan.place_at


def _only_issues(scan: Scan, hit: TitleHit, body: int | None) -> bool:
    """Tell whether the office holder only issues or awards something (ruling 14)."""
    folded = scan.folded
    if hit.norm == "Thủ tướng" and folded.startswith(" chính phủ", hit.end):
        return True
    if patterns.ISSUED.search(folded, max(0, hit.start - 100), hit.start):
        return True
    if folded.endswith("được ", 0, hit.start) and (body is not None or hit.kind == "name"):
        return patterns.PRIZED.match(folded, body or hit.end) is not None
    return body is not None and patterns.AWARDS.match(folded, body) is not None


def _leads_to_name(scan: Scan, end: int, starts: set[int], *, directly: bool) -> bool:
    """Tell whether a name follows, perhaps behind a comma and an honorific."""
    if directly and scan.folded[end : end + 1] == ",":
        return False
    gap = patterns.TO_NAME.match(scan.folded, end)
    at = gap.end() if gap else end
    while (more := patterns.HONORIFIC.match(scan.folded, at)) is not None:
        rest = patterns.NAME_GAP.match(scan.folded, more.end())
        at = rest.end() if rest else more.end()
        if at in starts:
            return True
    return at in starts


def _follows(scan: Scan, start: int, anchors: set[int], *, directly: bool) -> bool:
    """Tell whether a name, or a title that belongs to one, stands directly before."""
    if directly and scan.folded.endswith(" và ", 0, start):
        return False
    first = joint_start(patterns.FROM_NAME, scan.folded, start)
    return not anchors.isdisjoint(range(first, min(first + 48, start + 1)))
