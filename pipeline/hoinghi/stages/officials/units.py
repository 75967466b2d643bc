"""Titles joined to the bodies that they belong to."""

from __future__ import annotations

import re
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
    """Return every title with the body that it belongs to, in reading order."""
    starts = {body.start: body for body in organizations}
    units = []
    for title in titles:
        gap = _OF.match(folded, title.end)
        at = gap.end() if gap else title.end
        body = starts.get(at) or _overlapped(title, organizations)
        units.append(_unit(title, body))
    return units


def _overlapped(
    title: Mention, organizations: Sequence[OrganizationMention]
) -> OrganizationMention | None:
    """Return a body that begins inside the title (``Thường trực`` read into both)."""
    over = (o for o in organizations if title.start < o.start < title.end < o.end)
    return next(over, None)


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
