"""Whether a mention tells of a further event, beside the main one."""

from __future__ import annotations

from datetime import date

from hoinghi.records import DateMention
from hoinghi.stages.meetings import patterns as p
from hoinghi.stages.meetings import signs
from hoinghi.stages.meetings.alike import alike, overlap
from hoinghi.stages.meetings.kinds import told_by
from hoinghi.stages.meetings.scene import Scene
from hoinghi.stages.meetings.weighing import Page, Told
from hoinghi.text import fold

_BYGONE, _MONTH = 3, 31  # days
_WHOLE_DAY = len("2024-04-23")


def one_event(scene: Scene, one: Told, other: Told) -> bool:
    """Tell whether two mentions are of one event: alike, and not held each at a time of its own."""
    if one.talked or other.talked:
        return False
    names = one.mention.text, other.mention.text
    share = overlap(one.words, other.words)
    if not alike(*names, share, headline=one.headline or other.headline):
        return False
    return not _apart(scene, one, other)


def is_further(scene: Scene, told: Told, main: Told, page: Page) -> bool:
    """Tell whether a mention is a further event that the article reports."""
    if _constituent(told, main):
        return True
    if not _told(scene, told, main, page) or _part_of(scene, told, main, page):
        return False
    start, end = scene.sentence(told.mention.start)
    if scene.days_in(start, end) or signs.ANEW.search(scene.low, start, end):
        return True
    if told_by(told.mention) == "verb" and signs.GIFT.match(fold(told.mention.text)):
        return False  # gifts told without a day of their own are part of the event told before
    return signs.ALSO.search(scene.low, start, end) is not None


def _told(scene: Scene, told: Told, main: Told, page: Page) -> bool:
    """Tell whether a mention says that an event was held (or will be, in a list)."""
    if not (told.hosted or (page.listing and not told.talked)):
        return False
    return not (one_event(scene, told, main) or p.COMING.match(scene.low, told.mention.end))


def _part_of(scene: Scene, told: Told, main: Told, page: Page) -> bool:
    """Tell whether an event belongs to the main one, or to another time than the news."""
    start, end = scene.sentence(told.mention.start)
    if start <= main.mention.start < end or _stop(scene, told, main):
        return True
    if _bygone(scene, told, main, page):
        return True
    days = scene.days_in(start, end)
    return not page.listing and (_ahead(page, days) or _before(scene, told, main))


def _apart(scene: Scene, one: Told, other: Told) -> bool:
    """Tell whether two mentions of one name say that it was held again, at another time."""
    if one.headline or other.headline or not (one.hosted and other.hosted):
        return False
    spans = [scene.sentence(t.mention.start) for t in (one, other)]
    first, second = (scene.days_in(*span) for span in spans)
    if not first or not second or spans[0] == spans[1]:
        return False
    days = [{d.value[:13] for d in found} for found in (first, second)]
    later = max(one, other, key=lambda t: t.mention.start)
    again = signs.AGAIN.match(scene.low, later.mention.end) is not None
    return not days[0] & days[1] or again


def _constituent(told: Told, main: Told) -> bool:
    """Tell whether it is the first session of those whom the congress told before has chosen."""
    if not fold(main.mention.text).startswith("đại hội") or told.talked:
        return False
    after = told.mention.start > main.mention.end
    return after and signs.CONSTITUENT.match(fold(told.mention.text)) is not None


def _stop(scene: Scene, told: Told, main: Told) -> bool:
    """Tell whether a visit is a stop of the main one, told for the whole day it was on."""
    if not (_is_visit(told) and _is_visit(main)):
        return False
    own = scene.days_in(*scene.sentence(main.mention.start))
    stops = scene.days_in(*scene.sentence(told.mention.start))
    whole = {d.value for d in own if len(d.value) == _WHOLE_DAY}
    return bool(stops) and stops[0].value[:_WHOLE_DAY] in whole


def _before(scene: Scene, told: Told, main: Told) -> bool:
    """Tell whether a visit is only said to have come some day before the main event."""
    start, _ = scene.sentence(told.mention.start)
    if not (scene.low.startswith("trước đó", start) and _is_visit(told)):
        return False
    mine, own = _days_of(scene, told), _days_of(scene, main)
    return bool(mine and own) and max(mine) < min(own)


def _bygone(scene: Scene, told: Told, main: Told, page: Page) -> bool:
    """Tell whether an event's sentence gives only days well before that of the main event."""
    if "trù bị" in fold(told.mention.text):
        return True  # the preparatory session belongs to the congress itself
    mine, own = _days_of(scene, told), _days_of(scene, main)
    least = _MONTH if page.listing else _BYGONE
    return bool(mine and own) and (min(own) - max(mine)).days > least


def _ahead(page: Page, days: list[DateMention]) -> bool:
    """Tell whether all days of a sentence are still to come when the article appears."""
    first = [d.start_date for d in days if d.start_date]
    return bool(first) and page.published is not None and min(first) > page.published


def _days_of(scene: Scene, told: Told) -> list[date]:
    days = scene.days_in(*scene.sentence(told.mention.start))
    return [d.start_date for d in days if d.start_date]


def _is_visit(told: Told) -> bool:
    return signs.VISIT.match(fold(told.mention.text)) is not None
