"""What a report is about: which days, places and bodies, and in which units it counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from hoinghi.errors import UsageError
from hoinghi.text import squeeze

THEN: Final = "then"
NOW: Final = "now"


@dataclass(frozen=True, slots=True)
class Scope:
    """Which meetings a report is about; several values of one field are alternatives.

    Attributes:
        since: The first day, or ``None`` for no limit. A meeting of several days counts by its
            first one.
        until: The last day, itself included.
        provinces: Names, with or without accents and words such as ``tỉnh``, or codes.
        districts: Likewise.
        communes: Likewise; ``Tân Thành, Bến Tre`` tells which one is meant.
        bodies: Names of bodies or parts of them; they held the meeting or took part in it.
        units: Under which units meetings are counted: ``then`` as they were on the day of the
            meeting, ``now`` as they are after the reform of 2025.

    Raises:
        UsageError: The days are in the wrong order, a name is empty, or ``units`` is neither of
            the two.
    """

    since: date | None = None
    until: date | None = None
    provinces: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    communes: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    units: Literal["then", "now"] = THEN

    def __post_init__(self) -> None:
        if self.since and self.until and self.until < self.since:
            raise UsageError(
                f"--until {self.until}: is before --from {self.since}; give the days in their order"
            )
        for option in ("province", "district", "commune", "body"):
            names = self.bodies if option == "body" else getattr(self, f"{option}s")
            if not all(map(squeeze, names)):
                raise UsageError(f"--{option}: an empty name; give one, or leave the option out")
        if self.units not in {THEN, NOW}:
            raise UsageError(f"--units {self.units}: is not known; give then or now")

    @property
    def dated(self) -> bool:
        """Whether the report is about certain days."""
        return self.since is not None or self.until is not None

    @property
    def placed(self) -> bool:
        """Whether the report is about certain places."""
        return bool(self.provinces or self.districts or self.communes)
