"""Hamlets: a type word with a name or a number."""

from __future__ import annotations

from hoinghi.resources.units import COMMUNE
from hoinghi.stages.places import patterns as p
from hoinghi.stages.places.names import NameReader
from hoinghi.stages.places.spots import VILLAGE, Spot, wide
from hoinghi.stages.places.words import Words


class VillageReader:
    """Reads the names of hamlets in one text."""

    def __init__(self, words: Words, names: NameReader) -> None:
        self.words = words
        self.names = names

    def end(self, kind: p.Kind, first: int) -> int | None:
        """Return the end of a hamlet's name or number."""
        w = self.words
        at = first
        if at < w.size and w.keys[at] == "số" and w.number(at + 1) and w.blank(at + 1):
            at += 1
        if w.number(at):
            head = kind.name.lower().split(" ")
            counts = w.blank(at + 1) and w.keys[at + 1 : at + 1 + len(head)] == head
            named = kind.numbered and self.names.numbers(at) and not counts
            named = named and not (kind.name == "Khu vực" and self._office(first - 3))
            return at + 1 if named else None
        if at != first or not kind.named or w.keys[at : at + 1] in p.NO_VILLAGE:
            return None
        if w.key(first, first + 2) == "văn hóa":
            return None
        if w.upper[first - 1] and w.upper[first : first + 1] == [True]:
            return self._upper_village_end(first)
        return self._named_end(kind, first)

    def _office(self, at: int) -> bool:
        """Tell whether an office's name ends at ``at``: a court, the customs, a treasury."""
        w = self.words
        if at < 1 or not w.blank(at + 1):
            return False
        people = (
            w.keys[at] == "dân" and w.keys[at - 1] == "nhân" and w.keys[at - 2] in {"án", "sát"}
        )
        return people or w.keys[at] in p.AREA_OFFICES

    def _named_end(self, kind: p.Kind, first: int) -> int | None:
        """Return the end of a hamlet's name with the number or letter that belongs to it."""
        w = self.words
        stop = self.names.end(first)
        if stop is None and w.keys[first] in p.NAME_STARTS and w.caps[first] > w.caps[first - 1]:
            # ``thôn Trung (xã Phú Sơn)``: nothing follows that the syllable could belong to.
            closed = first + 1 < w.size and w.gap(first + 1).strip()[:1] in {",", "(", ")", ";"}
            stop = first + 1 if closed else None
        if stop is None or self._no_village(kind, first, stop):
            return None
        tail = w.blank(stop) and (w.number(stop) or w.text(stop, stop + 1) in p.ROMAN)
        if tail and w.number(stop + 1) and w.gap(stop + 1) in {"-", "–", ":"}:
            return stop  # a score: ``làng A thắng làng B 2-1``
        return stop + 1 if tail and self.names.numbers(stop) else stop

    def _no_village(self, kind: p.Kind, first: int, stop: int) -> bool:
        """Tell whether the capitals after a hamlet's type word name a person or a wider area."""
        w = self.words
        leader = first > 1 and w.keys[first - 2] in p.LEADERS
        person = leader and w.keys[first] in p.SURNAMES and stop - first >= 3
        if person or w.keys[first + 1 : first + 2] in p.MIDDLES:
            return True
        if kind.name == "Khối":
            return not self._before_commune(stop)
        if kind.name not in {"Khu", "Khu vực"}:
            return False
        key = w.key(first, stop)
        area = key in p.REGIONS or wide(key)
        if kind.name == "Khu vực" and self._before_commune(stop):
            # ``khu vực Thới Bình, phường Tân Lộc`` is a hamlet, ``khu vực Nam Á`` is not.
            return stop - first < 2
        loose = kind.name == "Khu vực" and not kind.short
        return area or loose or stop - first < 2 or (w.caps[first - 1] and not kind.short)

    def code(self, at: int) -> list[Spot]:
        """Read a hamlet's number that is written in one word with its type word: ``KP1``."""
        w = self.words
        head, number = (
            w.keys[at].rstrip("0123456789"),
            w.keys[at].lstrip("abcdefghijklmnopqrstuvwxyz"),
        )
        name = p.HAMLET_CODES.get(head)
        if name is None or not number.isdigit() or len(number) > 2:
            return []
        return [Spot(at, at + 1, at, number, name, VILLAGE, (), "typed", f"{name} {int(number)}")]

    def _before_commune(self, at: int) -> bool:
        w = self.words
        if w.gap(at).strip() not in {"", ",", "("}:
            return False
        kind = p.UNIT_KINDS.get(w.key(at, at + 1)) or p.UNIT_KINDS.get(w.key(at, at + 2))
        return kind is not None and kind.level == COMMUNE

    def _upper_village_end(self, first: int) -> int | None:
        """In capitals throughout, a name ends with its number, its line or its sentence."""
        w = self.words
        stop = w.run(first)
        if w.number(stop) and w.blank(stop) and 0 < stop - first <= 3 and self.names.numbers(stop):
            return stop + 1
        number = next((i for i in range(first + 1, min(first + 4, stop)) if w.number(i)), None)
        if number is not None:
            return number + 1
        return stop if 0 < stop - first <= 4 and not w.blank(stop) else None
