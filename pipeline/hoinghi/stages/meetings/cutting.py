"""Where the name of an event ends: the hard half of finding it.

A name runs on over commas while what follows is of its kind (a further task, a term of office,
a list of groups) and ends where a new clause begins (who hosts it, where, for whom, with whom).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hoinghi.stages.meetings import endings as e
from hoinghi.stages.meetings.patterns import CONTINUER, NOUN
from hoinghi.stages.meetings.scene import Scene, is_day


@dataclass(frozen=True, slots=True)
class _Mark:
    """A possible end of a name: the word or sign there, the name so far and what follows."""

    scene: Scene
    headline: bool
    start: int
    end: int
    word: str
    name: str
    rest: str


def cut_name(scene: Scene, start: int, topic: int, *, headline: bool) -> int:
    """Return the end of the event name that starts at ``start`` with its topic at ``topic``."""
    at, limit = topic, min(scene.line(start)[1], start + e.LONGEST)
    while at < limit:
        found = e.BOUNDARY.search(scene.low, at, limit)
        if found is None:
            at = limit
            break
        if found.group()[0].isalpha() and scene.inside_word(found.start()):
            at = found.end()
            continue
        name, rest = scene.low[start : found.start()], scene.low[found.end() : found.end() + 40]
        mark = _Mark(scene, headline, *found.span(), found.group().strip(), name, rest)
        onward = _pass(mark)
        if onward is None:
            at = found.start()
            break
        at = onward
    run_on = e.NEXT_SENTENCE.search(scene.body, topic, at)
    at = run_on.start() if run_on and '"' not in scene.body[start:at] else at
    return _trim(scene.body, start, _before_day(scene, start, topic, min(at, limit)))


def _pass(mark: _Mark) -> int | None:
    """Return where to read on after a boundary, or ``None`` where the name ends before it."""
    if mark.word in {"“", '"', "«", "'", "‘"}:
        ending = e.SINGLE_QUOTE_END if mark.word in {"'", "‘"} else e.QUOTE_END
        close = ending.search(mark.scene.low, mark.end, mark.end + 260)
        return None if close is None or close.group() == "\n" else close.end()
    if mark.word == "(":
        return _past_bracket(mark)
    goes_on = _RULES.get(mark.word, _word_goes_on)
    return mark.end if goes_on(mark) else None


def _past_bracket(mark: _Mark) -> int | None:
    low = mark.scene.low
    close = low.find(")", mark.end, mark.end + 80)
    years = e.YEARS_PASSED.search(mark.name) and e.FROM_TO.match(low, mark.end)
    if close >= 0 and (years or _explains(mark)):
        return close + 1
    if close < 0 or low[mark.end].isdigit() or not e.GOES_AFTER_BRACKET.match(low, close + 1):
        return None
    return close + 1


def _explains(mark: _Mark) -> bool:
    """Tell whether a bracket only widens a session or shortens a name that goes on behind it."""
    if e.SHORT_FORM.match(mark.scene.body, mark.end):
        return True
    widened = e.WIDENED.match(mark.scene.low, mark.end)
    if widened is None:
        return False
    return e.AFTER_COMMA.match(mark.scene.low, widened.end() + 1) is not None


def _word_goes_on(mark: _Mark) -> bool:
    """Decide by what stands after the word, where no rule of its own is needed."""
    rest = mark.rest.lstrip()
    if mark.word in e.PLAIN_ENDS or not mark.word or not mark.word[0].isalpha():
        return False
    if mark.word in e.ENDS_BEFORE:
        return e.ENDS_BEFORE[mark.word].match(rest) is None
    if mark.word in e.GOES_ON:
        return e.GOES_ON[mark.word].match(rest) is not None
    if mark.word in e.SESSION_ENDS:
        return mark.name.endswith("và ") or e.SESSION.search(mark.name) is None
    return True


def _finished(mark: _Mark) -> bool:
    return mark.name.endswith("trước khi ")


def _with(mark: _Mark) -> bool:
    return e.MEETS.search(mark.name) is not None or _word_goes_on(mark)


def _having(mark: _Mark) -> bool:
    capital = mark.scene.body[mark.end : mark.end + 2].strip()[:1].isupper()
    return not capital and _word_goes_on(mark)


def _after_year(mark: _Mark) -> bool:
    return e.YEAR_END.search(mark.name.rstrip()) is None


def _between(mark: _Mark) -> bool:
    return _after_year(mark) or e.LATER_DAY.match(mark.rest.lstrip()) is None


def _over(mark: _Mark) -> bool:
    where = e.VISIT_HEAD.match(mark.name) and e.ALL_OVER.match(mark.rest.lstrip())
    return not where and _after_year(mark)


def _by(mark: _Mark) -> bool:
    if e.CAUSE.match(mark.rest.lstrip()):
        return True
    capital = mark.scene.body[mark.end : mark.end + 2].strip()[:1].isupper()
    return not (capital or e.HOST_AFTER_DO.match(mark.rest.lstrip()))


def _at(mark: _Mark) -> bool:
    return e.MISSION.search(mark.name) is not None


def _of(mark: _Mark) -> bool:
    return _after_year(mark) or e.COUNCIL_OF.match(mark.rest.lstrip()) is not None


def _for(mark: _Mark) -> bool:
    name, rest = mark.name.rstrip(), mark.rest.lstrip()
    if e.NEEDS_RECIPIENT.search(name):
        return not rest.startswith("đội ngũ")
    return e.RECIPIENT.search(name) is not None and e.NAMED_RECIPIENT.match(rest) is None


def _organizing(mark: _Mark) -> bool:
    return e.ORGANIZING.search(mark.name) is not None


def _onward(mark: _Mark) -> bool:
    return e.ONWARD.search(mark.name) is not None


def _day(mark: _Mark) -> bool:
    return not mark.rest.lstrip()[:1].isdigit() or e.DIRECTIVE_DATE.search(mark.name) is not None


def _and(mark: _Mark) -> bool:
    second = mark.headline and e.SECOND_EVENT.match(mark.rest) is not None
    return not (second and NOUN.match(mark.name) is None) and _word_goes_on(mark)


def _dot(mark: _Mark) -> bool:
    """Tell whether a dot stands inside a number or abbreviation (``TP. Huế``)."""
    body, at = mark.scene.body, mark.start
    after, before = body[at + 1 : at + 2], body[max(0, at - 3) : at]
    word = e.NAME_HALF.search(body, mark.start - 5 if mark.start > 5 else 0, at)
    glued = e.GLUED.match(body, at + 1) and (before[-1:].islower() or before[-1:].isdigit())
    if glued and word is not None and len(word.group()) > 3:
        return False
    inside = after.isdigit() or (after.isalpha() and before[-1:].isalnum())
    return inside or e.ABBREVIATED.search(before) is not None


def _dash(mark: _Mark) -> bool:
    scene, after = mark.scene, mark.rest.lstrip()
    if e.DASH_ENDS.match(after):
        return False
    between_places = mark.start in scene.place_ends and mark.end in scene.place_at
    if between_places or e.DASH_GOES_ON.match(after):
        return True
    original = scene.body[mark.end : mark.end + 30].lstrip()
    half = e.NAME_HALF.search(scene.body, max(0, mark.start - 12), mark.start)
    named = half is not None and half.group()[0].isupper() and not e.AFTER_DASH.match(after)
    if named and original[:2].istitle():
        return True
    return original[:1].islower() or scene.body[mark.start - 1 : mark.start].isupper()


def _semicolon(mark: _Mark) -> bool:
    follows = e.AFTER_COMMA.match(mark.rest) or CONTINUER.match(mark.rest.lstrip())
    return not mark.headline and follows is not None


def _comma(mark: _Mark) -> bool:
    """Tell whether what follows a comma still belongs to the name."""
    scene, rest = mark.scene, mark.rest.lstrip()
    at = mark.end + len(mark.rest) - len(rest)
    paper = e.PAPER_DAY.match(mark.rest) and e.SYMBOL_END.search(mark.name[-16:])
    paired = any(mark.name.endswith(a) and rest.startswith(b) for a, b in e.PAIRS.items())
    if paper or paired or e.AFTER_COMMA.match(mark.rest):
        return True
    first = scene.body[at : at + 1]
    if first.isupper() and not scene.body[max(0, mark.start - 12) : mark.start].isupper():
        return _capital_goes_on(mark, at)
    if not first.isalpha():
        return False
    if CONTINUER.match(rest) and not e.ONLY_TOLD.match(rest):
        return True
    ahead = e.ALIKE.match(scene.low, at)
    segment = ahead.group().split(",")[0] if ahead else ""
    return not (e.CLAUSE.match(rest) or e.CLAUSE_INSIDE.search(segment))


def _capital_goes_on(mark: _Mark, at: int) -> bool:
    """Tell whether a capitalised word after a comma goes on with a list of bodies or places."""
    scene, rest = mark.scene, mark.rest.lstrip()
    bodies = mark.start in scene.body_ends and at in scene.body_at
    places = mark.start in scene.place_ends and at in scene.place_at
    listed = e.FIELD.match(rest) or e.LONE_NAME.match(scene.body, at)
    row = any(name.search(mark.name) and item.match(rest) for name, item in e.ROWS)
    days = e.HONOURS.search(mark.name) and e.NAMED_DAY.match(scene.body, at)
    return bool(bodies or places or row or days or listed or e.PAPER.match(rest))


_RULES: dict[str, Callable[[_Mark], bool]] = {
    ",": _comma,
    ";": _semicolon,
    ".": _dot,
    "-": _dash,
    "và": _and,
    "kết thúc": _finished,
    "với": _with,
    "có": _having,
    "giữa": _between,
    "đối với": _after_year,
    "trên": _over,
    "của": _of,
    "tại": _at,
    "do": _by,
    "cho": _for,
    "tổ chức": _organizing,
    "tới": _onward,
    "ngày": _day,
}


def _before_day(scene: Scene, start: int, topic: int, end: int) -> int:
    """Cut ``end`` back to the first calendar day that is the event's own, not a paper's."""
    for date in scene.dates_in(topic, end):
        if not is_day(date):
            continue
        before = scene.low[max(start, date.start - 60) : date.start]
        quoted = before.count("“") > before.count("”")
        named_day = "Ngày " in scene.body[max(start, date.start - 45) : date.start]
        if not (quoted or named_day or e.FEAST.search(before) or e.DIRECTIVE_DATE.search(before)):
            return date.start
    return end


def _trim(body: str, start: int, end: int) -> int:
    """Take loose joining words, punctuation and a closing bracket group off the end."""
    text = body[start:end]
    for _ in range(4):
        shorter = e.CLOSING_GROUP.sub("", e.LOOSE.sub("", text))
        if shorter.count('"') % 2 and shorter.endswith('"'):
            shorter = shorter[:-1]
        if shorter == text:
            break
        text = shorter
    return start + len(text)
