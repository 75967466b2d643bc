"""What the page asks and says: the list, one row with its article, a decision on it."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from hoinghi.corrections import Change, ConflictError, Decision, Store
from hoinghi.corrections.decisions import ACCEPT, ACTIONS, CORRECT, MEETINGS, REJECT, Key
from hoinghi.corrections.overlay import overlay
from hoinghi.corrections.rows import IDS, Rows, found, spans_of, target_of
from hoinghi.markup import harmless
from hoinghi.review.days import form_of, is_clock
from hoinghi.review.folder import Folder
from hoinghi.review.forms import FormError, changes, form
from hoinghi.review.items import Item, items, status_of
from hoinghi.stages.dates import find_dates
from hoinghi.text import squeeze

READ: Final = ("name", "when", "venue", "place", "hosts")
"""The fields whose words are emphasised in the article."""


_ANY_DAY: Final = "ngày 1/1/2000"


class GoneError(Exception):
    """The row is not in the tables any more."""


class Session:
    """One review of a folder; several may go on at once, in other processes too."""

    def __init__(self, folder: Folder, store: Store, who: str) -> None:
        """Read what is to be checked.

        Args:
            folder: The tables.
            store: The decisions on them.
            who: Whose decisions they are from now on.
        """
        self._folder, self._store, self.who = folder, store, who
        self._lock = threading.RLock()
        self.items: list[Item] = items(folder)
        self._by_place = {item.place: number for number, item in enumerate(self.items)}
        self._by_key: dict[Key, int] = {}
        self._told = 0
        self._last: dict[int, Decision] = {}
        self._catch_up()

    def _catch_up(self) -> None:
        """Take in what was decided since, here or elsewhere."""
        decisions = self._store.read().decisions
        if len(decisions) < self._told:  # the file was begun anew
            self._told, self._last = 0, {}
        for decision in decisions[self._told :]:
            number = self._number(decision)
            if number is not None:
                self._last[number] = decision
        self._told = len(decisions)

    def _number(self, decision: Decision) -> int | None:
        """Return the item that a decision is about, ``None`` where it is about none."""
        target, key = decision.target, decision.target.key
        if key not in self._by_key:
            rows = self._folder.rows_of(target.document_id)
            rejected = (key,) if decision.action == REJECT else ()
            row = found([target], rows, rejected).get(key) if rows else None
            place = (target.table, target.document_id, row[IDS[target.table]]) if row else None
            self._by_key[key] = self._by_place.get(place, -1) if place else -1
        number = self._by_key[key]
        return None if number < 0 else number

    @property
    def progress(self) -> tuple[int, int]:
        """Return how many rows are to be checked, and how many of them are decided on."""
        return len(self.items), sum(1 for decision in self._last.values() if decision.stands)

    def changes(self, since: int) -> dict[str, Any]:
        """Return what was decided after the first ``since`` decisions."""
        with self._lock:
            self._catch_up()
            total = len(self._store.decisions)
            new = self._store.decisions[since:] if since <= total else self._store.decisions
            numbers = {n for d in new if (n := self._number(d)) is not None}
            return {
                "total": total,
                "items": {str(number): self._status(number) for number in sorted(numbers)},
            }

    def _status(self, number: int) -> dict[str, str]:
        decision = self._last.get(number)
        if decision is None:
            return {"status": "", "who": "", "when": "", "version": ""}
        return {
            "status": status_of(decision),
            "who": harmless(decision.who),
            "when": decision.when,
            "version": decision.id,
        }

    def listed(self) -> dict[str, Any]:
        """Return all items, with what is decided on each."""
        with self._lock:
            self._catch_up()
            return {
                "total": len(self._store.decisions),
                "items": [
                    {
                        "table": item.table,
                        "name": item.name,
                        "reasons": item.reasons,
                        **self._status(number),
                    }
                    for number, item in enumerate(self.items)
                ],
            }

    def item(self, number: int) -> dict[str, Any]:
        """Return an item with its article and its fields, as the machine and as people have them.

        Raises:
            GoneError: Its row is not in the tables any more.
        """
        with self._lock:
            self._catch_up()
            item, rows, row = self._found(number)
            decision = self._last.get(number)
            note = decision.note if decision is not None and decision.stands else ""
            made = overlay(rows, self._decisions(item.document)).rows
            now = next((r for r in made[item.table] if r[IDS[item.table]] == item.row_id), None)
            document = rows["documents"][0]
            machine = form(item.table, row, _posts(rows, row))
            return {
                "number": number,
                "table": item.table,
                "reasons": item.reasons,
                "machine": machine,
                "form": machine if now is None else form(item.table, now, _posts(made, now)),
                "confidence": row["confidence"],
                "note": squeeze(harmless(note)),
                **self._status(number),
                "article": _article(document),
                "marks": _marks(rows, item.table, row)
                if now is None
                else _marks(made, item.table, now),
                "meeting": self._meeting_name(made, item.table, row),
                "bodies": sorted({harmless(r["name"]) for r in made["organizations"]}),
            }

    def day(self, number: int, text: str, value: str) -> dict[str, str]:
        """Return the day that words of an item's article tell, as the fields of the form.

        Args:
            number: Of the item.
            text: The words.
            value: The TIMEX3 value that was read there, if any.

        Raises:
            GoneError: Its row is not in the tables any more.
        """
        with self._lock:
            _, rows, _ = self._found(number)
            published = rows["documents"][0]["published"]
        text = text[:200]
        if not value:
            found = [] if is_clock(text) else find_dates(text, published=published)
            value = found[0].value if found else ""
        if value:
            return form_of(value)
        found = find_dates(f"{text} {_ANY_DAY}")  # an hour is read with its day alone
        return {**form_of(found[0].value), "day": "", "until": ""} if found else form_of("")

    def _decisions(self, document: str) -> list[Decision]:
        return [d for d in self._store.decisions if d.target.document_id == document]

    @staticmethod
    def _meeting_name(rows: Rows, table: str, row: Mapping[str, Any]) -> str:
        """Return the meeting that a person came to."""
        if table == MEETINGS:
            return ""
        names = (r["name"] for r in rows["meetings"] if r["meeting_id"] == row["meeting_id"])
        return squeeze(harmless(next(names, "")))

    def _found(self, number: int) -> tuple[Item, Rows, dict[str, Any]]:
        if not 0 <= number < len(self.items):
            raise GoneError
        item = self.items[number]
        rows = self._folder.rows_of(item.document)
        for row in rows[item.table] if rows else ():
            if row[IDS[item.table]] == item.row_id and rows is not None:
                return item, rows, row
        raise GoneError

    def decide(self, number: int, given: Mapping[str, Any]) -> dict[str, Any]:
        """Store a decision and return its item as it is then.

        Args:
            number: Of the item.
            given: ``action``, ``version`` (of the decision on the row that was seen, or nothing),
                ``form`` (for ``correct``) and ``note``.

        Raises:
            ConflictError: Somebody else decided on the row meanwhile.
            FormError: A field holds what it cannot hold.
            GoneError: The row is not in the tables any more.
        """
        with self._lock:
            item, rows, row = self._found(number)
            last = self._last.get(number)
            decision = self._decision(item, rows, row, last, given)
            self._store.add(decision)
            self._by_key[decision.target.key] = number
            self._catch_up()
            return self.item(number)

    def _decision(
        self,
        item: Item,
        rows: Rows,
        row: dict[str, Any],
        last: Decision | None,
        given: Mapping[str, Any],
    ) -> Decision:
        action = given.get("action")
        if action not in ACTIONS:
            raise FormError("", "Không rõ quyết định")
        note, version = given.get("note", ""), given.get("version", "")
        if not isinstance(note, str) or not isinstance(version, str) or len(note) > 2_000:
            raise FormError("note", "Ghi chú quá dài")
        fields = {}
        if action == CORRECT:
            day = rows["documents"][0]["published"] or date.today()
            fields = changes(item.table, row, _posts(rows, row), given.get("form") or {}, day)
            if last is not None and last.stands:
                fields = _kept(fields, last.fields)
            fields = _located(fields, rows["documents"][0]["text"] or "")
            action = CORRECT if fields else ACCEPT  # what the machine has is right after all
        elif action == ACCEPT and last is not None and last.stands:
            fields = dict(last.fields)  # what was corrected is right
        return Decision(
            id=secrets.token_hex(8),
            target=last.target if last is not None else target_of(rows, item.table, row),
            action=action,
            fields=fields,
            who=self.who,
            when=datetime.now().astimezone().isoformat(timespec="seconds"),
            note=squeeze(harmless(note.encode("utf-8", "replace").decode())),
            after=version,
            reasons=item.reasons,
        )


def _kept(fields: Mapping[str, Change], last: Mapping[str, Change]) -> dict[str, Change]:
    """Return the fields with the places that were marked earlier for values that stay."""
    made = dict(fields)
    for name, change in fields.items():
        old = last.get(name)
        if old is not None and change.start is None and old.after == change.after:
            made[name] = replace(change, start=old.start, end=old.end)
    return made


def _located(fields: Mapping[str, Change], text: str) -> dict[str, Change]:
    """Return the fields with the place of names that were typed as the article has them."""
    made = dict(fields)
    for name in ("name", "venue"):
        change = fields.get(name)
        if change is not None and change.start is None and change.after:
            start = text.find(change.after)
            if start >= 0:
                made[name] = replace(change, start=start, end=start + len(change.after))
    return made


def theirs(error: ConflictError) -> dict[str, str]:
    """Return what somebody else decided, for the page."""
    found_ = error.theirs
    return {"who": harmless(found_.who), "when": found_.when, "action": found_.action}


def _posts(rows: Rows, row: Mapping[str, Any]) -> list[dict[str, Any]]:
    if "person_id" not in row:
        return []
    return [post for post in rows["positions"] if post["person_id"] == row["person_id"]]


def _article(document: Mapping[str, Any]) -> dict[str, Any]:
    published = document["published"]
    return {
        "title": squeeze(harmless(document["title"] or "")),
        "source": harmless(document["source"] or ""),
        "published": f"{published.day}/{published.month}/{published.year}" if published else "",
        "text": harmless(document["text"] or ""),
    }


def _marks(rows: Rows, table: str, row: Mapping[str, Any]) -> list[list[Any]]:
    """Return the spans of an article: start, end, label, whether the row was read there, norm."""
    begins = tuple(f"{row.get('meeting_id')}:{field}:" for field in READ)
    own = set(spans_of(rows, table, row))
    made = []
    for mention in rows["mentions"]:
        span = mention["start"], mention["end"]
        if table == MEETINGS:
            told = any(e.startswith(begins) for e in mention["evidence"] or ())
        else:
            told = mention["label"] == "PER" and span in own
        norm = squeeze(harmless(mention["norm"] or ""))
        made.append([*span, mention["label"], told, norm])
    return made
