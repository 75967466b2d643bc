"""Titles joined to the bodies that they belong to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from hoinghi.records import Mention, OrganizationMention, Position
from hoinghi.stages.officials import patterns

_OF = re.compile(r"\.(?! )| {0,2}(?:của |tại |thuộc |\n)? ?")


@dataclass(frozen=True, slots=True)
class Unit:
    """A title with its body: where it starts, where it ends, and the position it makes."""

    start: int
    end: int
    position: Position


def read_units(
    folded: str, titles: Sequence[Mention], organizations: Sequence[OrganizationMention]
) -> list[Unit]:
    """Return every title with the body that it belongs to; both are in reading order."""
    starts = {body.start: body for body in organizations}
    order = [body.start for body in organizations]
    units = []
    for title in titles:
        gap = _OF.match(folded, title.end)
        at = gap.end() if gap else title.end
        inside = slice(bisect_right(order, title.start), bisect_left(order, title.end))
        body = starts.get(at) or _overlapped(title, organizations[inside])
        units.append(_unit(title, body))
    return units


def _overlapped(
    title: Mention, inside: Sequence[OrganizationMention]
) -> OrganizationMention | None:
    """Return the body beginning ``inside`` the title that goes on behind it.

    ``Thường trực`` may be read into both.
    """
    return next((body for body in inside if title.end < body.end), None)


def _unit(title: Mention, body: OrganizationMention | None) -> Unit:
    norm = title.norm or title.text
    former = norm.split()[0] in patterns.FORMER
    shown = norm if former else norm[0].upper() + norm[1:]
    position = Position(
        title=shown,
        title_text=title.text,
        organization=body.name if body else None,
        organization_text=body.text if body else None,
        former=former,
    )
    return Unit(title.start, max(title.end, body.end if body else 0), position)
