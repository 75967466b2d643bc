"""What a person does in the event: the nearest words of chairing, speaking, attending ..."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from hoinghi.records import Mention
from hoinghi.stages.officials import patterns
from hoinghi.stages.officials.positions import Holding
from hoinghi.text import fold


def find_roles(body: str, names: Sequence[Mention], holdings: Sequence[Holding]) -> list[str]:
    """Return the role that the words around each name mention give it.

    Args:
        body: The article.
        names: The PER mentions in reading order.
        holdings: The posts joined to them; they stand between a name and its verb.

    Returns:
        One role of the guidelines for every mention; ``nhắc đến`` where nothing speaks.
    """
    folded = fold(body)
    behind = [name.end for name in names]
    for holding in holdings:
        if holding.chain_end > behind[holding.name]:
            later = names[holding.name + 1].start if holding.name + 1 < len(names) else len(body)
            if holding.chain_end <= later:
                behind[holding.name] = holding.chain_end
    starts = [0, *(m.end() for m in patterns.SENTENCE_END.finditer(folded))]
    return [
        _role(folded, name, behind[number], starts[bisect_right(starts, name.start) - 1])
        for number, name in enumerate(names)
    ]


def _role(folded: str, name: Mention, behind: int, sentence: int) -> str:
    after = patterns.AFTER_CHAIN.sub("", folded[behind : behind + 160], count=1)
    clause = patterns.CLAUSE_END.split(after, maxsplit=1)[0]
    for role, pattern in patterns.VERBS_AFTER:
        if pattern.match(after) or (role == "chủ trì" and pattern.search(clause)):
            return role
    before = _context(folded, name.start, sentence)
    found = [
        (match.start(), role)
        for role, pattern in patterns.WORDS_BEFORE
        for match in pattern.finditer(before)
    ]
    return max(found)[1] if found else "nhắc đến"


def _context(folded: str, start: int, sentence: int) -> str:
    """Return the words that lead to a name: its sentence, or the head of its bullet list."""
    line = folded.rfind("\n", 0, start) + 1
    while patterns.BULLET_LINE.match(folded, line) and line > 1:
        line = folded.rfind("\n", 0, line - 1) + 1
        sentence = line
    return folded[max(sentence, start - 1200) : start]
