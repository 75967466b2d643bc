"""What a person does in the event: the nearest words of chairing, speaking, attending ..."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from hoinghi.records import Mention
from hoinghi.stages.officials import role_patterns as patterns
from hoinghi.stages.officials.positions import Holding

# The first of those who pay a call leads it, the others only attend.
VISITS = "đến thăm"
# How many characters away the head of a list may stand; keeps very long texts linear.
_FAR = 4000


def find_roles(folded: str, names: Sequence[Mention], holdings: Sequence[Holding]) -> list[str]:
    """Return the role that the words around each name mention give it.

    Args:
        folded: The article, folded.
        names: The PER mentions in reading order.
        holdings: The posts joined to them; they stand between a name and its verb.

    Returns:
        One role of the guidelines for every mention; ``nhắc đến`` where nothing speaks.
    """
    starts = [0, *(m.end() for m in patterns.SENTENCE_END.finditer(folded))]
    behind = _chain_ends(folded, names, holdings)
    after = _verbs_behind(folded, names, behind)
    held = _by_name(holdings)
    found: list[str | None] = []
    candidates = "hành động" in folded and patterns.CANDIDATES.search(folded) is not None
    for number, name in enumerate(names):
        sentence = starts[bisect_right(starts, name.start) - 1]
        leaves = patterns.LEAVES.match(folded, behind[number]) is not None
        if leaves or folded[name.start : name.end] in patterns.LEADERS:
            found.append("nhắc đến")
            continue
        done = after[number]
        if done is not None and patterns.ASKED.search(folded, max(0, name.start - 60), name.start):
            done = None
        if done == VISITS:
            alone = number == 0 or names[number - 1].start < sentence
            done = "chủ trì" if alone else "tham dự"
        if done is None and candidates and _stands(folded, name.start, sentence):
            done = "phát biểu"
        roles = [done, _before(folded, names, number, sentence, after)]
        roles += [_held(folded, holding, sentence) for holding in held.get(number, ())]
        best = min((r for r in roles if r), key=patterns.ROLES.index, default=None)
        found.append(best or _in_clause(folded, names, number, behind[number]))
    _share(folded, names, behind, found)
    _note(folded, names, found)
    _spread(folded, names, behind, after, found)
    return [role or "nhắc đến" for role in found]


def _by_name(holdings: Sequence[Holding]) -> dict[int, list[Holding]]:
    held: dict[int, list[Holding]] = {}
    for holding in holdings:
        held.setdefault(holding.name, []).append(holding)
    return held


def _verbs_behind(folded: str, names: Sequence[Mention], behind: Sequence[int]) -> list[str | None]:
    """Return the role that the verb behind every name gives, shared by names joined to one."""
    after: list[str | None] = [None] * len(names)
    for number in reversed(range(len(names))):
        after[number] = _after(folded, behind[number])
        if after[number] is None and number + 1 < len(names):
            link = folded[behind[number] : names[number + 1].start]
            joined = _coordinated(link) or (
                patterns.LISTED.fullmatch(link)
                and _is_joint(folded, behind[number + 1 : number + 7])
            )
            after[number] = after[number + 1] if joined else None
    return after


def _coordinated(link: str) -> bool:
    """Tell whether what stands between two names only joins them."""
    short = len(link) <= patterns.LONGEST_LINK
    return short and patterns.COORDINATED.fullmatch(link) is not None


def _in_clause(folded: str, names: Sequence[Mention], number: int, behind: int) -> str | None:
    """Read the verb of a clause far behind its subject, up to the next person."""
    start = names[number].start
    if patterns.OBJECT.search(folded, max(0, start - 60), start):
        return None
    limit = names[number + 1].start if number + 1 < len(names) else len(folded)
    limit = min(limit, behind + 130)
    stop = patterns.CLAUSE_STOP.search(folded, behind, limit)
    verb = patterns.CLAUSE.search(folded, behind, stop.start() if stop else limit)
    return _read(folded, patterns.CLAUSE_VERBS[verb.lastgroup or ""], verb.end()) if verb else None


def _read(text: str, role: str, end: int) -> str:
    """Return the role of a verb that ends at ``end``: who attends may speak as well."""
    if role == "phát biểu" and patterns.ALSO_CHAIRS.match(text, end):
        return "chủ trì"
    also = role == "tham dự" and patterns.ALSO_SPEAKS.match(text, end)
    return "phát biểu" if also else role


def _share(
    folded: str, names: Sequence[Mention], behind: Sequence[int], found: list[str | None]
) -> None:
    """Give what one is said to do to those who are joined to him and of whom nothing is said."""
    for number in reversed(range(len(names) - 1)):
        if found[number] is None and found[number + 1] in {"phát biểu", "tham dự", "khen thưởng"}:
            start = names[number].start
            if not _coordinated(folded[behind[number] : names[number + 1].start]):
                continue
            if not patterns.OBJECT.search(folded, max(0, start - 60), start):
                found[number] = found[number + 1]


def _note(folded: str, names: Sequence[Mention], found: list[str | None]) -> None:
    """Let those attend who stand in a minute's list of people, and of whom nothing else is said."""
    if patterns.MINUTES_AT_ALL.search(folded) is None:
        return
    starts = [name.start for name in names]
    for items in patterns.ITEMS.finditer(folded):
        if patterns.MINUTES.search(items[0]) is None:
            continue
        for number in range(bisect_left(starts, items.start()), bisect_left(starts, items.end())):
            found[number] = found[number] or "tham dự"


def _spread(
    folded: str,
    names: Sequence[Mention],
    behind: Sequence[int],
    after: Sequence[str | None],
    found: list[str | None],
) -> None:
    """Give what the last of a list does to those before him of whom nothing else is said."""
    for number in reversed(range(len(names) - 1)):
        following = found[number + 1]
        role = after[number + 1] or following
        if found[number] is not None or role is None:
            continue
        if role not in {"chủ trì", "tham dự"} or (role != "chủ trì" and after[number + 1] is None):
            start = names[number].start
            if not patterns.IN_TURN.search(folded, max(0, start - 420), start):
                continue
        if patterns.SPREADS.fullmatch(folded, behind[number], names[number + 1].start):
            found[number] = role


def _is_joint(folded: str, behind: Sequence[int]) -> bool:
    """Tell whether the verb at the end of this list of people is one that they do together."""
    return any(patterns.JOINT.match(folded, end) for end in behind)


def _chain_ends(folded: str, names: Sequence[Mention], holdings: Sequence[Holding]) -> list[int]:
    """Return where the posts directly behind every name end."""
    behind = [name.end for name in names]
    for holding in holdings:
        number = holding.name
        later = names[number + 1].start if number + 1 < len(names) else len(folded)
        if holding.chained and behind[number] < holding.unit.end <= later:
            behind[number] = holding.unit.end
    return [_past_bracket(folded, name.end, end) for name, end in zip(names, behind, strict=True)]


def _past_bracket(folded: str, start: int, end: int) -> int:
    """Return the end of the bracket that the posts behind a name stand in."""
    inside = folded.rfind("(", start, end) > folded.rfind(")", start, end)
    closing = folded.find(")", end, end + 80) if inside else -1
    return closing + 1 if closing >= 0 and "(" not in folded[end:closing] else end


def _held(folded: str, holding: Holding, sentence: int) -> str | None:
    """Read a role from a post given in the event: head of a delegation, newly elected."""
    if holding.unit.position.title == "Trưởng đoàn" and not holding.unit.position.organization:
        return "chủ trì"
    becomes = _becomes(folded, holding)
    since = max(0, sentence - 300) if becomes else sentence
    if (holding.appointed or becomes) and patterns.ELECTED.search(
        folded, since, holding.unit.start
    ):
        return "được bầu"
    return None


def _becomes(folded: str, holding: Holding) -> bool:
    """Tell whether the post is one that leads a body and "làm" or "là" joins it to its holder."""
    unit = holding.unit
    if not unit.position.title.startswith(("Chủ tịch", "Phó Chủ tịch", "Bí thư", "Phó Bí thư")):
        return False
    return folded.endswith("làm ", 0, unit.start) or folded.startswith(" là ", unit.end)


def _after(folded: str, behind: int) -> str | None:
    """Read the verb behind a name and its posts."""
    if patterns.CHAIR_MARK.match(folded, behind):
        return "chủ trì"
    rest = folded[behind : behind + 200]
    role = _verb(patterns.AFTER_CHAIN.sub("", rest, count=1))
    if role is None and (remark := patterns.REMARK.match(rest)) is not None:
        role = _verb(patterns.AFTER_CHAIN.sub("", rest[remark.end() - 1 :], count=1))
    return role


def _verb(rest: str) -> str | None:
    """Return the role of the verb that ``rest`` begins with."""
    for role, pattern in patterns.VERBS_AFTER:
        if (verb := pattern.match(rest)) is not None:
            return _read(rest, role, verb.end())
    return VISITS if patterns.VISIT.match(rest) else None


def _before(
    folded: str,
    names: Sequence[Mention],
    number: int,
    sentence: int,
    after: Sequence[str | None],
) -> str | None:
    """Read the words that lead to a name; those nearest to it count.

    Words of speech are spent on the first behind them who is said to speak.
    """
    start = names[number].start
    if patterns.QUOTED.search(folded, max(0, start - 16), start):
        return "phát biểu"
    if patterns.SOURCE.search(folded, max(0, start - 90), start):
        return "phát biểu"
    near = folded[max(0, start - 120) : start]
    if " là " in near and patterns.WORD_OF.search(near):
        return "phát biểu"
    if any(word in near for word in patterns.MEETING) and patterns.MET.search(near):
        return "chủ trì"
    context = _context(folded, start, sentence)
    found = sorted(
        (match.start(), match.end(), role)
        for role, pattern in patterns.WORDS_BEFORE
        for begin, end in context
        for match in pattern.finditer(folded, begin, end)
        if role not in patterns.OF_SUBJECT or _opens(folded, names, number, match.start(), begin)
        if role != "phát biểu"
        or not (
            _spent(names, number, after, (match.end(), end))
            or patterns.ADDRESSED.search(folded, match.end(), end)
        )
    )
    while len(found) > 1 and _only_links(folded, found[-2], found[-1]):
        found.pop()
    return found[-1][2] if found else _programmed(folded, names, number)


def _programmed(folded: str, names: Sequence[Mention], number: int) -> str | None:
    """Read the line of a programme that ends in the one who is to speak."""
    start = names[number].start
    line = max(0, folded.rfind("\n", max(0, start - 300), start))
    if number and names[number - 1].start >= line:
        return None
    if patterns.OWNED.search(folded, max(line, start - 60), start):
        return None
    return "phát biểu" if patterns.PROGRAMME.match(folded, line, start) else None


def _only_links(folded: str, word: tuple[int, int, str], last: tuple[int, int, str]) -> bool:
    """Tell whether the last word is only the "there were" of the one before it."""
    weak = folded[last[0] : last[1]] in patterns.LINKING
    between = folded[word[1] : last[0]]
    return weak and len(between) < 40 and not patterns.CLAUSE_END.search(between)


def _opens(folded: str, names: Sequence[Mention], number: int, at: int, begin: int) -> bool:
    """Tell whether a verb opens its part of the sentence: no earlier name is its subject."""
    since = max(begin, folded.rfind(";", begin, at))
    return not any(since <= name.start < at for name in names[max(0, number - 12) : number])


def _stands(folded: str, start: int, sentence: int) -> bool:
    """Tell whether a name is in a list of candidates."""
    return any(
        patterns.STANDING.search(folded, begin, end)
        for begin, end in _context(folded, start, sentence)
    )


def _spent(
    names: Sequence[Mention], number: int, after: Sequence[str | None], stretch: tuple[int, int]
) -> bool:
    """Tell whether one named in this stretch, before the name ``number``, has a verb of his own."""
    return any(
        after[k] is not None and stretch[0] <= names[k].start < stretch[1]
        for k in range(max(0, number - 40), number)
    )


def _context(folded: str, start: int, sentence: int) -> list[tuple[int, int]]:
    """Return the stretches that lead to a name: its sentence, and the head of its list."""
    since = sentence
    if sentence and patterns.CONTINUES.match(folded, sentence):
        since = max(0, sentence - 400)
        for end in patterns.SENTENCE_END.finditer(folded, since, sentence - 1):
            since = end.end()
    here = (max(since, start - 1200), start)
    line = folded.rfind("\n", max(0, start - _FAR), start) + 1
    if patterns.BULLET_LINE.match(folded, line) is None:
        return [here]
    stop = line
    while line > max(1, start - _FAR) and patterns.BULLET_LINE.match(folded, line):
        if folded.endswith(":", line, stop):
            break
        stop = line - 1
        while stop > 0 and folded[stop - 1].isspace():
            stop -= 1
        line = folded.rfind("\n", max(0, stop - _FAR), stop) + 1
    if folded.endswith((".", "!", "?"), line, stop):
        return [here]
    return [(max(folded.rfind(". ", line, stop), line), stop), here]
