"""A body as the grammar reads it, before it has its place."""

from __future__ import annotations

from dataclasses import dataclass

from hoinghi.records import PlaceMention
from hoinghi.resources.bodies import Body


@dataclass(frozen=True, slots=True)
class Parsed:
    """A body between token ``start`` and ``end``; ``name`` is canonical but still without place.

    ``place`` is the place named in it, ``unit`` the bare type word in its stead (``xã``),
    ``open`` tells that the name comes from the text rather than from the lexicon; ``tail`` is
    what follows the place (``Tổ đại biểu HĐND tỉnh | đơn vị số 2``).
    """

    start: int
    end: int
    name: str
    body: Body
    place: PlaceMention | None = None
    unit: tuple[str, ...] | None = None
    child: Parsed | None = None
    open: bool = False
    tail: str = ""

    @property
    def anchor(self) -> Body:
        """The body whose level counts: the innermost one."""
        return self.child.anchor if self.child else self.body

    @property
    def depth(self) -> int:
        """How many bodies it is part of."""
        return 1 + self.child.depth if self.child else 0

    @property
    def located(self) -> bool:
        """Tell whether the text itself gives the place."""
        return self.place is not None or self.unit is not None
