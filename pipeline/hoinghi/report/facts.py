"""The facts of a report: what the tables tell of the chosen meetings, each meeting once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from hoinghi.corrections import applied, refresh
from hoinghi.report.area import Area
from hoinghi.report.collation import order, unit_order
from hoinghi.report.columns import (
    BODY_COLUMNS,
    COMMUNE_COLUMNS,
    DOCUMENT_COLUMNS,
    DOUBT_COLUMNS,
    MEETING_COLUMNS,
    PAPER_COLUMNS,
    PERSON_COLUMNS,
)
from hoinghi.report.counting import Counting
from hoinghi.report.gathering import gather
from hoinghi.report.rows import add_reasons, body_rows, doubt_rows, meeting_rows
from hoinghi.report.scope import Scope
from hoinghi.report.tables import Row, Tables


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a report counts. Every number of every output is taken from here.

    Frames have the index 0, 1, 2, ...; unknown cells are ``None`` (days: ``None`` too, else
    ``datetime.date``); lists are Python lists. Only articles that are no duplicates count.

    Attributes:
        scope: What was asked for.
        place_names: The chosen units as the gazetteer calls them, ``Xã A, Huyện B, Tỉnh C``.
        meetings: One row a meeting, by day (without a day: last), then place and name:
            ``meeting_id``, ``document_id`` (the article that its values come from), ``name``,
            ``type``, ``when`` (TIMEX3), ``when_text`` (in Vietnamese), ``start_date``,
            ``end_date``, ``month`` (``2024-05``, also known where only the month is told),
            ``start_time``, ``day_part``, ``venue``, ``village``, ``commune``, ``district``,
            ``province`` (as on that day), ``current_commune``, ``current_province`` (today; empty
            where it is not one alone), ``current_communes`` (list; all that it may be),
            ``unit_commune``, ``unit_district``, ``unit_province`` (under which it counts),
            ``unit_code`` (of ``unit_commune``), ``cover`` (label of the commune among
            ``communes``), ``current_code`` (of ``current_commune``), ``level``, ``hosts`` (list),
            ``chairs`` (list of names), ``people`` (how many are named as present),
            ``directives`` (list of ids), ``topics`` (list), ``confidence`` (0-1), ``sources``
            (list, that of ``document_id`` first), ``titles`` (list, of the same articles),
            ``sentence`` (around where name and day were read, ``""`` if unknown), ``marks``
            (list of ``(start, end, label)`` in it), ``reasons`` (list; why it is to be checked,
            in Vietnamese).
        people: One row for a person at a meeting: ``person_id``, ``meeting_id``, ``name``,
            ``honorific``, ``role``, ``positions`` (list: ``Chủ tịch Ủy ban nhân dân xã A``),
            ``bodies`` (list, of the posts that they hold), ``confidence``, ``document_id``. Those
            merely mentioned are left out.
        bodies: One row for a body at a meeting: ``body_id``, ``body`` (canonical name), ``kind``,
            ``level``, ``place`` (full name of its unit), ``meeting_id``, ``hosted`` (else it took
            part).
        directives: One row for a directive at a meeting: ``paper`` (key: offices number their
            papers anew each year), ``directive_id``, ``kind``, ``issuer``, ``date``, ``title``,
            ``known``, ``meeting_id``.
        documents: One row an article of the folder, whatever the scope: ``document_id``,
            ``source``, ``title``, ``published``, ``status``, ``error``, ``duplicate_of``.
        doubts: One row for what is to be checked and nobody has decided on: ``document_id``,
            ``meeting_id`` (``None`` for an article), ``person_id`` (``None`` if it is no person),
            ``reason`` (code, see ``hoinghi.report.doubts``), ``reason_text``, ``field`` (column of
            the tables), ``field_text``, ``value``, ``name`` (of the meeting), ``sentence``,
            ``marks``, ``source``, ``confidence``.
        communes: The communes of the chosen area, to tell which have not taken something up:
            ``label`` (full name), ``commune``, ``district``, ``province``, ``code``. Where no
            area is chosen, those in which the meetings were held. They are today's where the
            meetings lie on both sides of the reform of 2025, whatever ``scope.units`` says.
        area_known: Whether ``communes`` are all of a chosen area, from the gazetteer.
        left_out: Meetings that fit but for their day, which is not known well enough.
        elsewhere: Meetings that fit but for their place, which is not known.
    """

    scope: Scope
    place_names: tuple[str, ...]
    meetings: pd.DataFrame
    people: pd.DataFrame
    bodies: pd.DataFrame
    directives: pd.DataFrame
    documents: pd.DataFrame
    doubts: pd.DataFrame
    communes: pd.DataFrame
    area_known: bool
    left_out: int
    elsewhere: int


def read_facts(out: Path, scope: Scope | None = None) -> Facts:
    """Return the facts that the tables of a folder tell.

    Args:
        out: The folder that ``hoinghi extract`` wrote; ``out/parquet`` is read.
        scope: Which meetings are wanted, by default all.

    Raises:
        UsageError: The folder holds no tables, or a place or body of ``scope`` is not known, or
            several are of that name.
    """
    scope = scope or Scope()
    area = Area(scope)
    refresh(out)  # what people corrected since the tables were written
    found = gather(Tables(out), scope, area)
    counting = Counting(scope, area, found.meetings)
    meetings = sorted(meeting_rows(found, counting), key=_order)
    decided = applied(out).decided.keys()
    doubts = [row for row in doubt_rows(found, meetings) if _place(row) not in decided]
    add_reasons(meetings, doubts)
    return Facts(
        scope=scope,
        place_names=area.names,
        meetings=_frame(meetings, MEETING_COLUMNS),
        people=_frame(found.people, PERSON_COLUMNS),
        bodies=_frame(body_rows(found), BODY_COLUMNS),
        directives=_frame(found.papers, PAPER_COLUMNS),
        documents=_frame(found.documents, DOCUMENT_COLUMNS),
        doubts=_frame(doubts, DOUBT_COLUMNS),
        communes=_frame(counting.communes(area, meetings), COMMUNE_COLUMNS),
        area_known=bool(area),
        left_out=found.left_out,
        elsewhere=found.elsewhere,
    )


def _place(doubt: Row) -> tuple[str, str, str | None]:
    """Return the table, document and id of the row that is to be checked."""
    if doubt["person_id"] is not None:
        return "people", doubt["document_id"], doubt["person_id"]
    return "meetings", doubt["document_id"], doubt["meeting_id"]


def _order(meeting: Row) -> tuple[object, ...]:
    day = meeting["start_date"]
    place = (unit_order(meeting[name]) for name in ("province", "commune"))
    told = meeting["month"] or "", *place, order(meeting["name"] or "")
    return day is None, day or date.max, *told, meeting["meeting_id"]


def _frame(rows: list[Row], columns: tuple[str, ...]) -> pd.DataFrame:
    """Return rows as a frame that keeps Python's own values, ``None`` where unknown."""
    values = {name: pd.Series([row[name] for row in rows], dtype=object) for name in columns}
    return pd.DataFrame(values, columns=list(columns))
