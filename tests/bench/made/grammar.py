"""Sentences from a stock: choices in square brackets, blanks in braces, sections by name."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from random import Random

_TOKEN = re.compile(r"[\[\]|]|\{[^{}]*\}|[^\[\]|{}]+")
_BLANK = re.compile(r"\{(?P<up>\^?)(?P<name>\w+)(?::(?P<low>\d+)-(?P<high>\d+))?\}")

_BLANKS = re.compile(r" {2,}")
_BILLION = re.compile(r"\b(\d{1,2})\.(\d)\d\d triệu đồng")

Speak = Callable[[str], str]


class Blank:
    """A blank: what it is called, whether a capital begins it, and the bounds of a number."""

    __slots__ = ("bounds", "name", "up")

    def __init__(self, text: str) -> None:
        found = _BLANK.fullmatch(text)
        if found is None:
            raise ValueError(f"no blank: {text}")
        self.name = found["name"].lower()
        self.up = bool(found["up"]) or found["name"][0].isupper()
        self.bounds = (int(found["low"]), int(found["high"])) if found["low"] else None


def parse(line: str) -> list:
    """Return the parts of one sentence; a choice is a tuple of such lists."""
    tokens = _TOKEN.findall(line)
    parts, rest = _sequence(tokens, 0)
    if rest != len(tokens):
        raise ValueError(f"a bracket too many: {line}")
    return parts


def _sequence(tokens: list[str], at: int) -> tuple[list, int]:
    parts: list = []
    while at < len(tokens) and tokens[at] not in "|]":
        if tokens[at] == "[":
            options = []
            while tokens[at] != "]":
                option, at = _sequence(tokens, at + 1)
                options.append(option)
            parts.append(tuple(options))
        elif tokens[at][0] == "{":
            parts.append(Blank(tokens[at]))
        else:
            parts.append(tokens[at])
        at += 1
    return parts, at


class Stock:
    """Sections of sentences, read from text files."""

    def __init__(self, *paths: Path) -> None:
        self.sections: dict[str, list[list]] = {}
        self.answers: dict[int, list] = {}  # behind "=>", by the sentence before it
        for path in paths:
            lines: list[list] = []
            for line in path.read_text(encoding="utf-8").splitlines():
                if line.startswith(": "):
                    lines = self.sections.setdefault(line[2:], [])
                elif line and not line.startswith("#"):
                    said, _, answer = line.partition(" => ")
                    lines.append(parse(said))
                    if answer:
                        self.answers[id(lines[-1])] = parse(answer)

    def __contains__(self, section: str) -> bool:
        return section in self.sections


class Teller:
    """Tells sentences of a stock, none of a section twice until all were told."""

    def __init__(self, stock: Stock, dice: Random, blanks: Speak) -> None:
        self._stock, self._dice, self._blanks = stock, dice, blanks
        self._waiting: dict[str, list[list]] = {}
        self._asked: list | None = None

    def tell(self, section: str) -> str:
        """Return a sentence of ``section``; its first letter is a capital."""
        text = self.phrase(section)
        return text[:1].upper() + text[1:]

    def phrase(self, section: str) -> str:
        """Return a sentence as it stands inside another one."""
        waiting = self._waiting.get(section)
        if not waiting:
            waiting = self._waiting[section] = self._stock.sections[section].copy()
        at = int(self._dice.random() * len(waiting))
        waiting[at], waiting[-1] = waiting[-1], waiting[at]
        line = waiting.pop()
        if id(line) in self._stock.answers:
            self._asked = line
        return self._whole(line)

    def fresh(self, section: str) -> bool:
        """Tell whether a section has a sentence that was not told yet."""
        return section in self._stock and self._waiting.get(section) != []

    @property
    def asked(self) -> bool:
        """Whether something was asked that nobody answered yet."""
        return self._asked is not None

    def answer(self) -> str:
        """Return the answer to what was asked last."""
        line, self._asked = self._asked, None
        return self._whole(self._stock.answers[id(line)])

    def forget(self) -> None:
        """Leave what was asked without an answer."""
        self._asked = None

    def _whole(self, parts: list) -> str:
        out: list[str] = []
        self._say(parts, out)
        text = "".join(out)
        if "  " in text:
            text = _BLANKS.sub(" ", text)
        return _BILLION.sub(r"\1,\2 tỷ đồng", text) if " triệu đồng" in text else text

    def _say(self, parts: list, out: list[str]) -> None:
        for part in parts:
            if type(part) is str:
                out.append(part)
            elif type(part) is tuple:
                self._say(part[int(self._dice.random() * len(part))], out)
            elif part.bounds:
                out.append(self._number(part))
            else:
                text = self._blanks(part.name)
                out.append(text[:1].upper() + text[1:] if part.up else text)

    def _number(self, blank: Blank) -> str:
        low, high = blank.bounds  # type: ignore[misc]
        if blank.name == "d":
            return (
                f"{low + int(self._dice.random() * (high - low + 1))},{self._dice.randrange(1, 10)}"
            )
        number = low + int(self._dice.random() * (high - low + 1))
        if number > 100:
            number -= number % 5 if number < 1_000 else number % 10
        return f"{number:,}".replace(",", ".")
