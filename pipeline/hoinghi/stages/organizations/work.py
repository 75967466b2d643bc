"""Names that go on in plain words: the work that a body is for, its task, its trade."""

from __future__ import annotations

from collections.abc import Container

from hoinghi.resources.bodies import fields
from hoinghi.stages.organizations import patterns
from hoinghi.stages.organizations.tokens import Tokens

_LEVEL_FIRSTS = frozenset(words[0] for words in patterns.LEVEL_WORDS)
_LONGEST_TASK = 12
_LONGEST_QUOTE = 20
_LONGEST_TRADE = 4
_LONGEST_CHARGE = 8


def quoted(tokens: Tokens, at: int) -> int:
    """Return the token after the words in quotes at ``at``; ``at`` if none stand there."""
    quote = patterns.QUOTES.get(tokens.word(at), "")
    for end in range(at + 1, min(len(tokens), at + _LONGEST_QUOTE)) if quote else ():
        if tokens.word(end) == quote:
            return end + 1
        if tokens.word(end).startswith("\n"):
            break
    return at


def led_to(tokens: Tokens, at: int) -> bool:
    """Tell whether a place, named or bare (``xã``), begins at ``at``."""
    return tokens.place(at) is not None or level_word(tokens, at) is not None


def level_word(tokens: Tokens, at: int) -> tuple[str, ...] | None:
    """Return the bare type word at ``at`` (``xã``, ``thị trấn``), unless a plural follows."""
    first = tokens.word(at)
    if first not in _LEVEL_FIRSTS:
        return None
    pair = (first, tokens.word(at + 1))
    for words in ((*pair, tokens.word(at + 2)), pair, (first,)):
        if words in patterns.LEVEL_WORDS:
            return words
    return None


def field(tokens: Tokens, at: int, *, first: bool = False) -> int:
    """Return the token after the plain words of a field of work at ``at``, ``at`` if none.

    ``first`` tells that they begin the name, so that a verb may stand there too; elsewhere it is
    what the body does (``Trung tâm Y tế | đào tạo ...``).
    """
    end = at
    while True:
        step = end
        joined = (first or end > at) and tokens.word(step) in {"và", "&", ",", "-"}
        step += joined
        work = next(iter(fields().matches(tokens.low, step)), None)
        if work is None or (tokens.is_capital(step) and not joined):
            return end
        tells = work[1] == "thông tin" and tokens.word(work[0]) in patterns.TELLS
        verb = tokens.word(step) in patterns.FIELD_VERBS and not (joined or first or end > at)
        if verb or tells:
            return end
        end = work[0]


def subject(tokens: Tokens, at: int, wholes: Container[int]) -> int:
    """Return the token after the subject of a faculty at ``at``: up to its whole or a sign."""
    end = at
    while end < min(len(tokens), at + _LONGEST_TASK) and not (end > at and end in wholes):
        word = tokens.word(end)
        joins = end > at and word in {"-", "–", "&"} and tokens.word(end + 1).isalpha()
        ends = word in patterns.STOP_WORDS or word in patterns.NAME_ENDS_BEFORE
        stops = (ends and not tokens.is_capital(end)) or (end == at and word in {"và", "rồi"})
        if not joins and (stops or not word.isalpha()):
            break
        end += 1
    return _without_joint(tokens, at, end)


def charge(tokens: Tokens, at: int) -> int:
    """Return where the proper name begins after plain words at ``at``; else ``at``.

    ``Ban quản lý rừng phòng hộ | Sông Tranh``, ``Công ty cổ phần xây dựng và lắp máy | Trung Nam``.
    """
    end = at
    while end < min(len(tokens), at + _LONGEST_CHARGE):
        if end > at and (tokens.is_capital(end) or led_to(tokens, end)):
            return end
        word = tokens.word(end)
        joins = end > at and word in {",", "-"} and tokens.word(end + 1).isalpha()
        inner = word in patterns.CHARGE_WORDS or word not in patterns.STOP_WORDS
        if not (joins or (word.isalpha() and inner)):
            return at
        end += 1
    return at


def trade(tokens: Tokens, at: int) -> int:
    """Return the token after at most four plain words, if a place follows them; else stay."""
    end = at
    stops = patterns.STOP_WORDS
    while (
        end < at + _LONGEST_TRADE and tokens.word(end).isalpha() and tokens.word(end) not in stops
    ):
        if end > at and led_to(tokens, end):
            return end
        end += 1
    return end if end > at and led_to(tokens, end) else at


def task(tokens: Tokens, at: int) -> int:
    """Return the token after the task of a committee at ``at``; ``at`` where none is named.

    It begins with a capital, a number (``Ban Chỉ đạo 389``) or a word that tasks begin with, and
    ends before a place or before a word that tells what the committee does.
    """
    end = quoted(tokens, at)
    if end > at:
        return end
    if not (tokens.is_capital(at) or tokens.word(at).isdigit()):
        pair = (tokens.word(at), tokens.word(at + 1))
        if pair in patterns.TASK_PAIRS_FIRST:
            end += 2
            if _task_words(tokens, end) == end:
                return at
        elif pair[0] not in patterns.TASKS_BEGIN:
            return at
    while end < min(len(tokens), at + _LONGEST_TASK):
        pair = (tokens.word(end), tokens.word(end + 1))
        if end > at and led_to(tokens, end) and pair not in patterns.TASK_PAIRS:
            return end
        step = _task_words(tokens, end)
        if step == end:
            break
        end = step
    return _without_joint(tokens, at, end)


def _task_words(tokens: Tokens, at: int) -> int:
    """Step over what belongs to a task at ``at``: a word, a pair, a sign that joins."""
    word, after = tokens.word(at), tokens.word(at + 1)
    if (word, after) in patterns.TASK_PAIRS:
        return at + 2
    if tokens.low[at : at + 3] == ["t", ".", "ư"]:
        return at + 3
    if word.isdigit() and (symbol := _symbol(tokens, at)) > at:
        return symbol
    joins = word in {",", "-"} and after in {"chống", "tìm", "covid", "tkcn", "cứu"}
    joins = joins or (word == "-" and tokens.glued(at) and after.isdigit())
    number = word.isdigit() and (tokens.word(at - 1) == "-" or not tokens.word(at - 1).isdigit())
    if joins or number:
        return at + 1
    if word == "(" and tokens.word(at + 2) == ")" and tokens.is_capital(at + 1):
        return at + 3 if led_to(tokens, at + 3) else at
    stops = word in patterns.STOP_WORDS or word in patterns.TASK_STOPS
    return at if not word.isalpha() or (stops and not tokens.is_capital(at)) else at + 1


def _symbol(tokens: Tokens, at: int) -> int:
    """Step over the number and symbol of a document (``57-NQ/TW``) at ``at``; else stay."""
    end = at + 1
    signs = 0
    while end < min(len(tokens), at + _LONGEST_TASK) and tokens.glued(end):
        if tokens.word(end) in {"-", "/"}:
            signs += 1
        elif not tokens.word(end).isalnum():
            break
        end += 1
    letters = tokens.surface(at, end)[-1:].isalpha() and signs > 0
    return end if letters and not tokens.word(end - 1).isdigit() else at


def _without_joint(tokens: Tokens, at: int, end: int) -> int:
    while end > at and tokens.word(end - 1) in {"và", "-", ","}:
        end -= 1
    return end
