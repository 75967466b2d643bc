"""What the words around an expression tell of it: tense, apposition, headings, sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hoinghi.stages.dates.context import Found
from hoinghi.stages.dates.moments import merge
from hoinghi.stages.dates.patterns import AHEAD_AFTER, AHEAD_BEFORE, BEHIND_AFTER, NOT_AHEAD
from hoinghi.stages.dates.values import Node


def prepare(found: Sequence[Found], folded: str) -> list[Found]:
    """Return ``found`` with tense and with what stands in brackets beside a deictic day."""
    out = []
    reach = 0
    for one in found:
        out.append(_tensed(one, folded[max(reach, one.begin - _CLAUSE) : one.begin]))
        reach = one.until
    for at in range(len(out) - 1):
        left, right = out[at], out[at + 1]
        first, second = left.expression.nodes[0], right.expression.nodes[0]
        if not (_floating(first) or _floating(second)) or not _in_apposition(left, right, folded):
            continue
        if _floating(first) and _explicit(second):
            day = second._replace(part=None, hour=None, minute=None, second=None)
            out[at] = _with(left, merge(first, day))
        elif _explicit(first) and _floating(second) and not second.base:
            out[at + 1] = _with(right, merge(second, first._replace(part=None, hour=None)))
    return out


def _in_apposition(left: Found, right: Found, folded: str) -> bool:
    """Return whether both are single moments and ``right`` says again when ``left`` is.

    It opens the brackets after it ("Sáng nay (18/7)") or goes on ("Hôm nay, vào hồi 19 giờ ...").
    """
    if len(left.expression.nodes) != 1 or len(right.expression.nodes) != 1:
        return False
    return _APPOSED.fullmatch(folded, left.until, right.begin) is not None


_APPOSED = re.compile(r"\s{0,3}(?:\(|, (?:vào )?(?:lúc |hồi )?)")


def _with(one: Found, node: Node) -> Found:
    return one._replace(expression=replace(one.expression, nodes=(node,)))


def _floating(node: Node) -> bool:
    return node.unit == "day" and node.day is None and (bool(node.base) or bool(node.weekday))


def _explicit(node: Node) -> bool:
    return node.unit == "day" and node.day is not None and node.month is not None


def _tensed(found: Found, before: str) -> Found:
    """Return ``found`` with the tense that the words around it give its nodes without a year.

    ``before`` is the text since the expression before it: a verb governs the first after it.
    """
    nodes = found.expression.nodes
    if all(node.year is not None or node.base for node in nodes):
        return found
    clause = _SENTENCE_ENDS.split(before)[-1]
    often = _YEARLY.search(clause) is not None
    direction = 0 if often else _direction(found, clause)
    if not direction and not often:
        return found
    changes = {"recurring": True} if often else {"direction": direction}
    tensed = tuple(
        node if node.year is not None or node.base else node._replace(**changes) for node in nodes
    )
    return found._replace(expression=replace(found.expression, nodes=tensed))


# Characters before an expression in which a verb may govern it.
_CLAUSE = 120
_SENTENCE_ENDS = re.compile(r"[.;\n]")
# "hằng năm vào tháng 11", "hàng năm, cứ đến ngày 18/11"
_YEARLY = re.compile(r"\bh[ằà]ng năm,? (?:cứ |vào |đến )*+(?:dịp )?$")


def _direction(found: Found, clause: str) -> int:
    """Return a positive number where the words tell of the future, negative of the past, else 0.

    It is 2 for a word beside the expression ("tháng 4 tới"), 1 for a verb before it ("sẽ").
    """
    t, one = found
    after = [tuple(t.words[one.end : one.end + length]) for length in (1, 2)]
    if after[1] not in NOT_AHEAD and any(phrase in AHEAD_AFTER for phrase in after):
        return 2
    if any(phrase in BEHIND_AFTER for phrase in after):
        return -2
    before = t.words[one.start - 1]
    if before == "hồi" and one.nodes[0].unit == "month":
        return -2
    if before == "trước":
        return 2
    return int(AHEAD_BEFORE.search(clause) is not None)


def heads_line(found: Found) -> bool:
    """Return whether it is the heading of the lines below it, as in a week's programme.

    A number or bullet may stand before it ("III. THỨ TƯ (15/5)").
    """
    t, one = found
    at = one.start
    for _ in range(_MARKER):
        if t.broken[at] or not (_is_marker(t.words[at - 1])):
            break
        at -= 1
    return t.broken[at] and (t.broken[one.end] or t.words[one.end] in {":", "|", "("})


def _is_marker(word: str) -> bool:
    """Return whether ``word`` numbers or marks a line: a figure, a Roman numeral, a sign."""
    return word.isdigit() or not word.isalnum() or set(word) <= _ROMAN


_MARKER = 3
_ROMAN = frozenset("ivx")
