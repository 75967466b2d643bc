"""Where a capitalised name ends that no gazetteer knows."""

from __future__ import annotations

from hoinghi.stages.places import patterns as p
from hoinghi.stages.places.words import Words


class NameReader:
    """Reads names in one text by their capitals."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def end(self, first: int) -> int | None:
        """Return the end of a capitalised name of at most four syllables."""
        w = self.words
        if first >= w.size or not w.caps[first]:
            return None
        stop = first
        while stop < w.size and stop - first < 4 and w.caps[stop]:
            abbreviation = w.upper[stop] and len(w.keys[stop]) > 1 and not w.upper[first]
            if stop > first and (not w.blank(stop) or abbreviation or self.stops(stop)):
                break
            stop += 1
            stop = self._hyphenated(stop)
        starts = w.keys[first] not in p.NOT_NAMES or (
            w.keys[first] in p.NAME_STARTS
            and stop - first > 1
            and w.key(first, first + 2) not in p.BODY_PAIRS
        )
        return stop if starts and stop > first else None

    def _hyphenated(self, stop: int) -> int:
        """Return where a foreign name like ``Pha-băng`` ends."""
        w = self.words
        while stop < w.size and w.gap(stop) == "-" and not w.number(stop):
            stop += 1
        return stop

    def stops(self, at: int) -> bool:
        """Tell whether a body, an office or a person begins at ``at`` and not more of the name."""
        w = self.words
        if w.keys[at + 1 : at + 2] in p.MIDDLES and w.blank(at + 1) and w.caps[at + 1]:
            return True
        if w.keys[at] not in p.STOPPERS or not w.blank(at + 1):
            return False
        if w.key(at - 1, at + 2) == "hai bà trưng":
            return False
        return w.keys[at] not in {"ông", "bà"} or w.caps[at + 1]

    def fresh(self, at: int) -> bool:
        """Tell whether the run of capitals at ``at`` begins something new (a name, a body)."""
        w = self.words
        person = w.keys[at] in p.SURNAMES or w.keys[at + 1 : at + 2] in p.MIDDLES
        return w.keys[at] in p.NOT_NAMES or (person and w.run(at) - at >= 2)

    def numbers(self, at: int) -> bool:
        """Tell whether the number at ``at`` names a hamlet and does not count or date anything."""
        w = self.words
        if len(w.text(at, at + 1)) > 3:
            return False
        after = w.gap(at + 1) if at + 1 < w.size else ""
        decimal = after in {".", ","} and w.number(at + 1)
        if after[:1] in {"/", "%"} or decimal:
            return False
        if not w.blank(at + 1) or w.keys[at + 1] not in p.COUNTED:
            return True
        return w.keys[at + 1] == "thành" and w.key(at + 2, at + 3) not in p.AFTER_THANH
