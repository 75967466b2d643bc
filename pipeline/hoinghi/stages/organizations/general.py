"""Bodies spoken of in general: the union as such, the force, the body whose founding is marked."""

from __future__ import annotations

from hoinghi.stages.organizations import patterns
from hoinghi.stages.organizations.parsed import Parsed
from hoinghi.stages.organizations.tokens import Tokens


def in_general(tokens: Tokens, parsed: Parsed) -> bool:
    """``Công an vào cuộc``, ``Hội Nông dân là ...``: no unit's own body is spoken of."""
    low, end = tokens.low, parsed.end
    after, before = tokens.word(end), tokens.word(parsed.start - 1)
    if parsed.body.kind == "đoàn thể":
        return after == "là" and low[end + 1 : end + 2] != ["đơn"]
    row = after in patterns.SEPARATORS or before in patterns.SEPARATORS
    return parsed.name == "Công an" and not (row or before in patterns.OF_POST)


def founded(tokens: Tokens, parsed: Parsed) -> bool:
    """``kỷ niệm 90 năm ngày thành lập Hội Nông dân``: the anniversary is the whole body's."""
    words = tokens.low[max(0, parsed.start - 6) : parsed.start]
    return words[-2:] in (["thành", "lập"], ["truyền", "thống"]) and "năm" in words
