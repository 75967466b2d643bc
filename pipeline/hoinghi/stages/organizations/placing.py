"""Which place a body belongs to: named in it, shared in a coordination, or the article's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hoinghi.records import Home, Place, PlaceMention
from hoinghi.stages.organizations import patterns
from hoinghi.stages.organizations.general import founded, in_general
from hoinghi.stages.organizations.labels import place_label
from hoinghi.stages.organizations.owners import (
    inside,
    is_board,
    is_inner_office,
    only_separators,
    owner,
)
from hoinghi.stages.organizations.parents import (
    CENTRAL_FRONT,
    FAR,
    level_given,
    level_served,
    union_before,
    with_centre,
    with_parent,
    with_parent_of,
    with_union,
)
from hoinghi.stages.organizations.parsed import Parsed
from hoinghi.stages.organizations.tokens import Tokens
from hoinghi.stages.organizations.units import Units, home_unit, of_kind

# How far back a hamlet does so (characters): about two sentences.
_BESIDE = 300
# How close the body has to follow whose place a bare Party committee takes (characters).
_NEAR = 60
# How many words back the Party rank of the same person may stand.
_RANK_REACH = 9


@dataclass(frozen=True, slots=True)
class Located:
    """A body with the place it belongs to; ``label`` is that place as part of its name."""

    parsed: Parsed
    place: Place | None
    label: str
    rule: str


class Placer:
    """Resolves the places of the bodies of one article."""

    def __init__(self, tokens: Tokens, places: Sequence[PlaceMention], home: Home) -> None:
        self._tokens = tokens
        self._home = home
        self._usual: str | None = None
        self._of_unit = False
        self._places_of: dict[str, Place] = {}
        self._of_centre = False
        self._office = "UBND"
        self._units = Units(tokens.body, places, home)

    def locate(self, bodies: Sequence[Parsed]) -> list[Located]:
        """Return ``bodies`` (in order) with their places; coordinations share the last place."""
        self._usual = self._usual_level(bodies)
        self._office = _office(bodies)
        self._places_of = {b.name: b.place.place for b in reversed(bodies) if b.place is not None}
        self._of_unit = any(parsed.body.kind in _OF_UNIT for parsed in bodies)
        self._of_centre = any(parsed.anchor.name == CENTRAL_FRONT for parsed in bodies)
        congress = self._congress(bodies)
        located: list[Located] = []
        for at in range(len(bodies) - 1, -1, -1):
            parsed, after = bodies[at], located[-1] if located else None
            union = union_before(bodies, at, congress)
            parsed = with_union(parsed, union) if union is not None else parsed
            if after is not None and after.place is not None and self._shares(parsed, after):
                whole = with_parent_of(parsed, after.parsed, after.place)
                located.append(self._named(whole, after.place, "shared"))
            else:
                located.append(self._alone(parsed, after, bodies[max(0, at - FAR) : at]))
        return located[::-1]

    def _congress(self, bodies: Sequence[Parsed]) -> list[int]:
        """Return which ``bodies`` a congress is said to be of; it elects their organs."""
        return [
            number
            for number, parsed in enumerate(bodies)
            if "đại hội" in " ".join(self._tokens.low[max(0, parsed.start - 5) : parsed.start])
        ]

    def _usual_level(self, bodies: Sequence[Parsed]) -> str | None:
        """Return the level that most bodies of no fixed level are given in this article."""
        levels = Counter(
            level
            for parsed in bodies
            if parsed.anchor.kind in _TELL_LEVEL
            and parsed.anchor.grammar in {"place", "cell"}
            and parsed.anchor.level is None
            if (level := level_given(parsed)) in {"xã", "huyện", "tỉnh"}
        )
        return levels.most_common(1)[0][0] if levels else None

    def _shares(self, parsed: Parsed, after: Located) -> bool:
        """Tell whether the place of the body after it is also the place of ``parsed``."""
        placed = parsed.anchor.grammar in {"place", "organ", "cell"} and not _is_brand(parsed)
        if parsed.located or not placed:
            return False
        if self._tokens.word(parsed.end - 1) in {"nam", "vn"} and self._is_national(parsed):
            return False
        level = parsed.anchor.level or ("xã" if parsed.anchor.name == "Đảng ủy" else None)
        if level and after.place and level != after.place.level:
            return False
        if after.parsed.anchor.grammar in {"fixed", "open"}:
            return False
        if after.parsed.anchor.grammar == "seat" and parsed.body.grammar != "organ":
            return False
        return only_separators(self._tokens, parsed.end, after.parsed.start)

    def _alone(self, parsed: Parsed, after: Located | None, before: Sequence[Parsed]) -> Located:
        start = self._tokens.starts[parsed.start]
        if parsed.place is not None:
            place, text = parsed.place.place, parsed.place.text
            return self._named(self._of_post(parsed), place, "named", text)
        if parsed.unit is not None:
            unit = self._units.meant(parsed.unit, start)
            if unit is None:
                return Located(parsed, None, " ".join(parsed.unit), "unit")
            return self._named(self._of_post(parsed), unit, "unit")
        return self._bare(parsed, after, before)

    def _bare(self, parsed: Parsed, after: Located | None, before: Sequence[Parsed]) -> Located:
        """Place a body of which the text itself says no place."""
        start = self._tokens.starts[parsed.start]
        if after is not None and self._within(parsed, after):
            whole = replace(parsed, name=f"{parsed.name} {after.parsed.name}", child=after.parsed)
            return self._named(whole, after.place, "shared")
        behind = after.parsed if after is not None else None
        whole_of = owner(self._tokens, parsed, before, behind, of_unit=self._of_unit)
        if whole_of is not None:
            return self._inside(parsed, whole_of)
        if is_board(parsed) or is_inner_office(parsed):
            return Located(parsed, None, "", "bare")
        central = with_centre(parsed, before)
        if central is not None:
            return Located(central, None, "", "bare")
        place = self._default(parsed, start, after)
        return self._named(with_parent(parsed, place, self._office), place, "home")

    def _inside(self, parsed: Parsed, whole: Parsed) -> Located:
        """Name ``parsed`` as an inner body of ``whole``, with the place that the text gives it."""
        body = replace(parsed.body, kind=whole.body.kind)
        named = replace(parsed, name=inside(parsed, whole), body=body, child=whole)
        start = self._tokens.starts[whole.start]
        if whole.unit is not None:
            place = self._units.meant(whole.unit, start)
        else:
            place = whole.place.place if whole.place else self._default(whole, start, None)
        return self._named(named, place, "shared")

    def _of_post(self, parsed: Parsed) -> Parsed:
        """``Chủ tịch Mặt trận xã`` heads the Front's committee there."""
        post = self._tokens.word(parsed.start - 1) in {"tịch", "pct", "ct"}
        if parsed.name != "Mặt trận Tổ quốc Việt Nam" or not post:
            return parsed
        return replace(parsed, name=f"Ủy ban {parsed.name}")

    def _within(self, parsed: Parsed, after: Located) -> bool:
        """``phòng Tổ chức cán bộ, Sở Nội vụ tỉnh``: the office is one of the body behind it."""
        whole, served = after.parsed.name.split()[0], level_served(parsed)
        of_ministry = (parsed.body.name, whole) == ("Vụ", "Bộ")
        if not parsed.open or parsed.located or (after.place is None and not of_ministry):
            return False
        level = after.place.level if after.place is not None else None
        if served not in {None, level} or whole not in _WHOLES.get(parsed.body.name, ()):
            return False
        return self._tokens.low[parsed.end : after.parsed.start] == [","]

    def _default(self, parsed: Parsed, start: int, after: Located | None) -> Place | None:
        """Return the article's unit of the body's own level; the smallest where it has none."""
        body = parsed.anchor
        national = (
            body.level == "trung ương" or self._is_national(parsed) or founded(self._tokens, parsed)
        )
        unplaced = parsed.name in _UNPLACED or _is_brand(parsed)
        if body.grammar == "open" and body.level == "thôn":
            return self._hamlet(start)  # "Chi hội Phụ nữ"
        provincial = parsed.name in patterns.OF_PROVINCES
        unplaced = unplaced or (body.grammar in _PLACELESS and not provincial)
        if national or unplaced or in_general(self._tokens, parsed):
            return None
        if body.grammar == "seat" and body.level is None:
            return self._units.city(start)
        level = "tỉnh" if provincial else level_served(parsed) or body.level
        if level == "thôn":
            return self._hamlet(start)
        spoken_of = self._units.of_item(level or self._level_of(parsed), start)
        if spoken_of is not None:
            return spoken_of
        own = self._own(parsed, level, start) if level else self._usual_unit(parsed, start, after)
        return own or self._places_of.get(parsed.name)

    def _own(self, parsed: Parsed, level: str, start: int) -> Place | None:
        """Return the article's own unit of ``level``; since 2025 a commune has offices too."""
        home = self._home
        own = patterns.SEATS_OF.get(parsed.anchor.name)
        if own is not None:  # a city has no Tỉnh ủy, a quận no Huyện ủy
            return of_kind(home_unit(home, level), own) or self._units.last(level, start, own)
        if level != "huyện":
            return home_unit(home, level)
        smaller = home.commune if parsed.anchor.grammar == "department" else None
        return home.district or smaller or self._units.last("huyện", start)

    def _usual_unit(self, parsed: Parsed, start: int, after: Located | None) -> Place | None:
        """Return the unit of a body that all levels have: of its row, its rank, the article."""
        home, cell = self._home, parsed.anchor.grammar == "cell"
        smallest = home.commune or home.district or home.province
        if parsed.name == "Đảng ủy" and home.commune is None:
            smallest = None  # districts and provinces have none of this name
        usual = home_unit(home, self._usual) if self._usual and not cell else None
        rank = self._of_rank(parsed)
        return self._neighbour(parsed, start, after) or rank or usual or smallest

    def _level_of(self, parsed: Parsed) -> str:
        """Return the level that a body of no fixed level has where nothing near tells it."""
        if parsed.anchor.grammar == "cell":
            return "xã"
        home = self._home
        return self._usual or ("xã" if home.commune or not home.district else "huyện")

    def _hamlet(self, start: int) -> Place | None:
        """Return the article's own hamlet, else the one that the text has just named."""
        return self._home.village or self._units.last("thôn", start, reach=_BESIDE)

    def _of_rank(self, parsed: Parsed) -> Place | None:
        """``Huyện ủy viên, Phó Chủ tịch Ủy ban MTTQ``: the rank tells the level of the post."""
        if parsed.anchor.kind not in {"MTTQ", "HĐND", "UBND"}:
            return None
        before = self._tokens.low[max(0, parsed.start - _RANK_REACH) : parsed.start]
        row = max((at + 1 for at, sign in enumerate(before) if _ends_row(sign)), default=0)
        words = f" {' '.join(before[row:])} "
        if " đảng ủy " in words:  # a commune's own committee stands between: the row is its
            return None
        ranks = ((patterns.PROVINCE_RANKS, self._home.province),
                 (patterns.DISTRICT_RANKS, self._home.district))  # fmt: skip
        return next((home for names, home in ranks if any(f" {n} " in words for n in names)), None)

    def _neighbour(self, parsed: Parsed, start: int, after: Located | None) -> Place | None:
        """``Bí thư Đảng ủy, Chủ tịch HĐND xã A``: posts in one row are mostly of one unit."""
        if after is None or after.place is None or after.rule == "home":
            return None
        if parsed.anchor.grammar == "cell" and after.place.level != "xã":
            return None
        if after.place.level not in {"xã", "huyện", "tỉnh"}:
            return None
        between = self._tokens.low[parsed.end : after.parsed.start]
        far = self._tokens.starts[after.parsed.start] - start >= _NEAR
        return None if far or any(map(_ends_row, between)) else after.place

    def _is_national(self, parsed: Parsed) -> bool:
        """``MTTQ Việt Nam``, ``Hội Nông dân Việt Nam`` without a place are the national bodies."""
        if parsed.name == "Mặt trận Tổ quốc Việt Nam":
            return self._is_whole_front(parsed)
        if parsed.body.name in _YOUTH and not parsed.child:
            return self._tokens.word(parsed.end - 1) in {"nam", "vn"}
        return parsed.name.endswith(" Việt Nam") and parsed.body.kind != "MTTQ"

    def _is_whole_front(self, parsed: Parsed) -> bool:
        """``Mặt trận giám sát ...`` in general is the whole; what it has done, the unit's own did.

        ``MTTQ`` alone is the unit's where no body of the centre is spoken of.
        """
        low, end = self._tokens.low, parsed.end
        if self._tokens.word(parsed.start) == "mttq" and end - parsed.start == 1:
            several = self._tokens.word(end) in {"các", "cấp", "là"}
            return several or self._of_centre or not self._of_unit
        if self._tokens.word(parsed.start) != "mặt" or end - parsed.start > 2:
            return True
        acts, before = tuple(low[end : end + 2]), self._tokens.word(parsed.start - 1)
        asked = before in patterns.ASKED_BEFORE - {"có", "với", "cùng"}
        done = acts in patterns.ACTING_VERBS or acts[:1] in patterns.ACTING_VERBS
        return self._of_centre or not (done or asked)

    def _named(
        self, parsed: Parsed, place: Place | None, rule: str, text: str | None = None
    ) -> Located:
        if place is None:
            return Located(parsed, None, "", "bare")
        label = place_label(parsed, place, text)
        return Located(parsed, place, label, rule)


# Bodies whose place, if they have one, the text must name.
_PLACELESS = {"fixed", "acting", "issuer", "open", "numbered", "fund", "topic",
              "faculty"}  # fmt: skip
# Named without a place, these are the force as a whole, or of a body that nothing names.
_UNPLACED = {
    "Bộ đội Biên phòng", "Bộ Tư lệnh Bộ đội Biên phòng", "Công đoàn", "Công đoàn cơ sở",
    "Đoàn trường", "Ngân hàng Chính sách xã hội",
    "Hội thánh Tin Lành Việt Nam (miền Nam)", "Hội thánh Tin Lành Việt Nam (miền Bắc)",
}  # fmt: skip
# Youth bodies have ``Việt Nam`` in their name in every unit.
_YOUTH = {"Hội Liên hiệp Thanh niên Việt Nam", "Hội Sinh viên Việt Nam"}
# What an office or department may be part of when that follows after a comma.
_WHOLES = {"Phòng": ("Sở", "Bộ", "Cục"), "Vụ": ("Bộ", "Văn", "Ban"), "Cục": ("Bộ",)}
# Bodies of these kinds are found at every level alike: theirs is the article's.
_TELL_LEVEL = {"Đảng", "UBND", "HĐND", "MTTQ", "đoàn thể", "lực lượng vũ trang"}
_OF_UNIT = {"UBND", "HĐND", "MTTQ"}


def _office(bodies: Sequence[Parsed]) -> str:
    """Return the kind of body whose office the article means by ``Văn phòng``."""
    kinds = Counter(parsed.anchor.kind for parsed in bodies)
    return "MTTQ" if kinds["MTTQ"] > kinds["UBND"] + kinds["HĐND"] else "UBND"


def _is_brand(parsed: Parsed) -> bool:
    """Tell whether a body is a brand, which without a place is the whole bank, no branch."""
    return parsed.anchor.kind == "doanh nghiệp" and parsed.anchor.case == "brand"


def _ends_row(sign: str) -> bool:
    """Tell whether a token ends a row of posts of one person: a stop, or line breaks."""
    return sign in {";", "."} or sign.startswith("\n")
