"""Who holds which post: posts joined to the names around them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from hoinghi.records import Mention
from hoinghi.stages.officials import link_patterns as links
from hoinghi.stages.officials import patterns
from hoinghi.stages.officials.joints import joint_start
from hoinghi.stages.officials.units import Unit


@dataclass(frozen=True, slots=True)
class Holding:
    """One post of the name mention number ``name``, and how the text joins the two.

    ``chained`` posts stand directly behind the name, ``appointed`` ones behind a verb.
    """

    name: int
    unit: Unit
    chained: bool = False
    appointed: bool = False


class Linker:
    """Joins the units of one article to its names; every rule of the kind is one method."""

    def __init__(
        self,
        folded: str,
        names: Sequence[Mention],
        units: Sequence[Unit],
    ) -> None:
        self.folded = folded
        self.names = names
        self.units = units
        self.name_at = {name.start: i for i, name in enumerate(names)}
        self.name_starts = [name.start for name in names]
        self.unit_ends = [unit.end for unit in units]
        self.name_ends = [name.end for name in names]
        self.name_to = {name.end: i for i, name in enumerate(names)}
        self.unit_starts = [unit.start for unit in units]
        self.holdings: list[Holding] = []
        self._led: dict[int, int] = {}

    def link(self) -> list[Holding]:
        """Return all holdings; a unit of a shared title makes one for each of its names."""
        chain: dict[int, int] = {}
        pending: list[Unit] = []
        for unit in self.units:
            if pending and not self._joined(pending[-1].end, unit.start):
                pending = []
            owner = self._left(unit, chain)
            ahead, direct = self._right(unit)
            if ahead is not None and self._ahead_wins(unit, owner, ahead):
                owner, direct = None, True
            named = self._appointed(unit) if owner is None else None
            if named is not None and not direct:
                self.holdings.append(Holding(named, unit, appointed=True))
                self._share_appointed(named, unit)
                self._share_replaced(unit)
                chain[unit.end] = named
            elif ahead is not None and (direct or owner is None):
                becomes = links.NAMED.match(self.folded, unit.end) is not None
                self.holdings += [Holding(ahead, held) for held in pending]
                self.holdings.append(Holding(ahead, unit, appointed=becomes))
                self._share(unit, ahead)
                self._led[ahead] = unit.end
                pending = []
            elif owner is not None:
                self.holdings.append(Holding(owner, unit, chained=True))
                self._share_back(owner, unit)
                self._share_replaced(unit)
                chain[unit.end] = owner
            else:
                pending.append(unit)
        return self.holdings

    def _ahead_wins(self, unit: Unit, owner: int | None, ahead: int) -> bool:
        """Tell whether the name behind the unit holds it though another stands before it.

        So it is where a post is taken from somebody (``miễn nhiệm … đối với bà A``), and in a
        list that puts every post before its holder (``Bí thư - ông A, Chủ tịch - bà B``).
        """
        if links.CEDED.match(self.folded, unit.end):
            return True
        told = links.NAMED.match(self.folded, unit.end)
        if told is not None and self._past_honorifics(told.end()) == self.names[ahead].start:
            return True
        if owner is None or owner not in self._led:
            return False
        led = self.folded[self._led[owner] : self.names[owner].start]
        behind = self.folded[unit.end : self.names[ahead].start]
        if not led.strip() and links.REGION.fullmatch(behind):
            return True  # "Bí thư Tỉnh ủy Lê A, Phó Ban Dân vận phía Nam Đỗ Thị B"
        return any(sign in led and sign in behind for sign in "-:")

    def _joined(self, left: int, right: int) -> bool:
        if links.BETWEEN.fullmatch(self.folded, left, right):
            return True
        body = links.CELL.match(self.folded, left, right)  # "Bí thư Chi bộ, Trưởng bản A"
        return body is not None and links.TAIL.fullmatch(self.folded, body.end(), right) is not None

    def _left(self, unit: Unit, chain: dict[int, int]) -> int | None:
        """Return the name before the unit, or the name that the unit before it belongs to."""
        for end in range(joint_start(links.FROM_NAME, self.folded, unit.start), unit.start + 1):
            if end in self.name_to:
                beside = links.ALONGSIDE.match(self.folded, end, unit.start)
                return None if beside else self.name_to[end]
            if end in chain:
                return chain[end]
        return self._over_unmarked(unit, chain)

    def _over_unmarked(self, unit: Unit, chain: dict[int, int]) -> int | None:
        """Return the holder of the post before, when only an unrecognised body lies between."""
        at = bisect_left(self.unit_ends, unit.start) - 1
        if at < 0 or unit.start - self.unit_ends[at] > 90:
            return None
        body = links.UNMARKED.match(self.folded, self.unit_ends[at])
        between = self.folded[body.end() : unit.start] if body else ""
        gap = links.TAIL.fullmatch(between) if body else None
        return chain.get(self.unit_ends[at]) if gap else None

    def _right(self, unit: Unit) -> tuple[int | None, bool]:
        """Return the name that the unit leads to, and whether nothing stands between them."""
        at, direct = unit.end, True
        short = links.ABBREVIATED.match(self.folded, at)
        at = short.end() if short else at
        gap = patterns.TO_NAME.match(self.folded, at)
        at = gap.end() if gap else at
        direct = not self.folded[short.end() if short else unit.end : at].strip()
        if at in self.name_at:
            return self.name_at[at], direct
        start = self._past_honorifics(at)
        deputed = links.DEPUTED.search(self.folded, max(0, unit.start - 16), unit.start)
        if start is not None and deputed and "," in self.folded[unit.end : at]:
            return None, False
        if start is None and (holder := links.TO_HOLDER.match(self.folded, unit.end)):
            start = self._past_honorifics(holder.end())
            direct = False
        if start is None and (listed := links.HEADS_LIST.match(self.folded, unit.end)):
            start, direct = self._past_honorifics(listed.end()), False
        if start is None and (place := links.OF_UNIT.match(self.folded, unit.end)):
            start, direct = self._past_honorifics(place.end()), False
            start = None if start == place.end() else start
        if start is None:
            start, direct = self._behind_region(unit) or self._name_behind_unmarked(unit), True
        if start is None:
            return None, False
        return self.name_at[start], direct

    def _behind_region(self, unit: Unit) -> int | None:
        """Return where a name starts behind the region that a body works in (``phía Nam``)."""
        region = links.REGION.match(self.folded, unit.end)
        return region.end() if region and region.end() in self.name_at else None

    def _name_behind_unmarked(self, unit: Unit) -> int | None:
        """Return where a name starts behind a body that was not recognised."""
        if unit.position.organization_text is not None and unit.position.title != "Đại biểu":
            return None
        if links.UNMARKED.match(self.folded, unit.end) is None:
            return None
        told = links.TOLD.match(self.folded, unit.end)
        if told and (start := self._past_honorifics(told.end())) is not None:
            return start
        at = bisect_left(self.name_starts, unit.end)
        if at == len(self.names) or self.name_starts[at] - unit.end > 80:
            return None
        return (
            None
            if links.PAUSE.search(self.folded, unit.end, self.name_starts[at])
            else (self.name_starts[at])
        )

    def _past_honorifics(self, at: int) -> int | None:
        """Return where a name starts behind one or more honorifics."""
        if at in self.name_at:
            return at
        at += 4 if self.folded.startswith("các ", at) else 0
        for _ in range(4):
            match = patterns.HONORIFIC.match(self.folded, at)
            if match is None:
                return None
            gap = patterns.NAME_GAP.match(self.folded, match.end())
            at = gap.end() if gap else match.end()
            comma = patterns.HONORIFIC_GAP.match(self.folded, match.end())
            for start in (at, comma.end() if comma else at):
                if start in self.name_at:
                    return start
            at = max(at, comma.end() if comma else at)
        return None

    def _share(self, unit: Unit, first: int) -> None:
        """Give a title said once in the plural to every name of the list behind it."""
        heads = links.HEADS_LIST.match(self.folded, unit.end) is not None
        shared = links.SHARED.search(self.folded, max(0, unit.start - 24), unit.start)
        if not heads and not shared:
            return
        colon = heads or ":" in self.folded[unit.end : self.names[first].start]
        since = self.names[first].end
        stop = links.SENTENCE_END.search(self.folded, since, since + links.LONGEST_LIST)
        limit = stop.start() if stop else since + links.LONGEST_LIST
        for number in range(first + 1, len(self.names)):
            name, before = self.names[number], self.names[number - 1]
            if name.start >= limit or self._post_between(before.end, name.start):
                return
            if not colon and not links.NAME_LIST.fullmatch(self.folded, before.end, name.start):
                return
            self.holdings.append(Holding(number, unit))

    def _post_between(self, left: int, right: int) -> bool:
        """Tell whether a post leads to the name at ``right``, so that another list begins."""
        at = bisect_left(self.unit_starts, right) - 1
        if at < 0 or self.unit_starts[at] < left:
            return False
        return self._right(self.units[at]) == (self.name_at.get(right), True)

    def _share_back(self, last: int, unit: Unit) -> None:
        """Give a title behind a list of bare names to all of them (``các ông A, B - Phó …``)."""
        number = self._list_start(last, links.NAME_LIST)
        apart = self._list_start(last, links.SEMICOLON_LIST)
        if apart < number and self._announced(apart):
            number = apart
        if number == last or not self._listed(number, last, unit):
            return
        if any(holding.name in range(number, last) for holding in self.holdings[-20:]):
            return
        for name in range(number, last):
            self.holdings.append(Holding(name, unit, chained=True))

    def _list_start(self, last: int, gap: re.Pattern[str]) -> int:
        """Return the first of the names that only ``gap`` parts up to the name ``last``."""
        first = last
        while first and gap.fullmatch(
            self.folded, self.name_ends[first - 1], self.name_starts[first]
        ):
            first -= 1
        return first

    def _announced(self, first: int) -> bool:
        """Tell whether a form of address in the plural stands before a name."""
        start = self.names[first].start
        return patterns.PLURAL.search(self.folded[max(0, start - 20) : start]) is not None

    def _listed(self, first: int, last: int, unit: Unit) -> bool:
        """Tell whether the names from ``first`` to ``last`` are one list, said to be or bare."""
        if self._announced(first):
            return True
        window = self.folded[max(0, self.names[first].start - 20) : self.names[first].start]
        link = self.folded[self.names[last].end : unit.start].strip()
        if links.SAID_OF_ALL.search(self.folded, self.names[last].end, unit.start):
            return True
        if link not in {"-", "làm"} or not all(self._bare(n) for n in range(first, last)):
            return False
        few = last - first < 3 and links.OPENS_LIST.search(window) is not None
        return link == "làm" or few

    def _appointed(self, unit: Unit) -> int | None:
        """Return the last name of the sentence when the unit is what that person becomes."""
        if not links.APPOINTING.search(self.folded, max(0, unit.start - 24), unit.start):
            return None
        last = bisect_right(self.name_ends, unit.start) - 1
        if last < 0 or unit.start - self.name_ends[last] > 240:
            return None
        between = self.folded[self.name_ends[last] : unit.start]
        of_another = between.endswith("kiêm ") and ";" in between
        if of_another or links.SENTENCE_END.search(between):
            return None
        if links.ONCE.search(between) and len(between) <= 120:
            return last
        if between.endswith(("là ", "là  ")) and (len(between) > 28 or ";" in between):
            return None
        return last

    def _paired(self, last: int) -> bool:
        """Tell whether "và" joins a name to the one before it (``bầu A, Trưởng … và bà B làm``)."""
        between = self.folded[self.name_ends[last - 1] : self.name_starts[last]]
        return len(between) < 120 and links.PAIR.fullmatch(between) is not None

    def _share_appointed(self, last: int, unit: Unit) -> None:
        """Give a post to all names of a plural list before the verb (``các ông A, B làm …``)."""
        start = self.names[last].start
        opening = self.names[self._list_start(last, links.SEMICOLON_LIST)].start
        stop = max(self.folded.rfind(c, max(0, opening - 600), opening) for c in ".;\n")
        since = max(stop, opening - 600, 0)
        lists = [m.end() for m in patterns.PLURAL.finditer(self.folded, since, start)]
        if not lists and last and self._paired(last):
            self.holdings.append(Holding(last - 1, unit, appointed=True))
            return
        first = bisect_left(self.name_starts, lists[-1]) if lists else last
        while not lists and first and self._bare(first - 1):
            first -= 1
        for number in range(first, last):
            self.holdings.append(Holding(number, unit, appointed=True))

    def _bare(self, number: int) -> bool:
        """Tell whether only a comma or "và" stands between a name and the one behind it."""
        left, right = self.name_ends[number], self.name_starts[number + 1]
        return links.BARE_LIST.fullmatch(self.folded, left, right) is not None

    def _share_replaced(self, unit: Unit) -> None:
        """Give a post also to the one who held it before (``giữ chức Bí thư thay ông B``)."""
        if not links.APPOINTING.search(self.folded, max(0, unit.start - 24), unit.start):
            return
        replaced = links.REPLACED.match(self.folded, unit.end)
        start = self._past_honorifics(replaced.end()) if replaced else None
        if start is not None:
            self.holdings.append(Holding(self.name_at[start], unit))
