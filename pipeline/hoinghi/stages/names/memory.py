"""What a token remembers of its line: the event word before it, open brackets and quotes.

Where the name of a meeting ends is told far from where it begins: ``hội nghị … tại``. A
first-order chain sees only its neighbours, so that the event word is handed on from token to
token, with how long ago it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

# The words that the names of events begin with.
_EVENTS = frozenset(
    "hội nghị|đại hội|kỳ họp|phiên họp|họp|hội thảo|tọa đàm|lễ|lớp|khóa|tập huấn|ngày hội|hội thi|"
    "giải|liên hoan|hội diễn|chương trình|diễn đàn|gặp mặt|thăm|làm việc|tiếp|giám sát|kiểm tra|"
    "khảo sát|trao|tặng|ra quân|tổng kết|sơ kết|công bố|phát động|bàn giao|đối thoại|giao lưu|"
    "hội đàm|ký kết|khởi công|khánh thành|hội trại|hội chợ|lễ hội".split("|")
)
_FIRST = frozenset(event.partition(" ")[0] for event in _EVENTS)
_REACH = 45  # tokens that an event word is remembered
_NEAR, _STEP = 8, 6  # distances up to _NEAR are told exactly, then in steps
_AGO = [f"hd={ago if ago < _NEAR else _NEAR + ago // _STEP}" for ago in range(_REACH)]
_FORGET = frozenset(".;")
_SIGNS = {"(": "bracket", ")": "bracket", '"': "quote", "“": "quote", "”": "quote"}
_CLOSING = frozenset(")”")
_TOLD = frozenset({*_FIRST, *_FORGET, *_SIGNS})  # the words that change what is remembered


def remembered(words: Sequence[str], first: int, stop: int) -> Iterator[list[str]]:
    """Yield, for the tokens ``first`` to ``stop`` of one line, what each remembers."""
    event, mark, since = "", "", 0
    opened: dict[str, int] = {}  # where a bracket or quote that is still open began
    for at in range(first, stop):
        word = words[at]
        told = word in _TOLD
        sign = _SIGNS.get(word) if told else None
        closes = word in _CLOSING or (word == '"' and "quote" in opened)
        if sign is not None and not closes:
            opened[sign] = at
        marks = [kind for kind, then in opened.items() if at - then < _REACH] if opened else []
        ago = at - since
        if event and ago < _REACH:
            marks += (mark, _AGO[ago], f"{mark} w={word}")
        yield marks
        if not told:
            continue
        if sign is not None and closes:
            opened.pop(sign, None)
        pair = f"{word} {words[at + 1]}" if at + 1 < stop else word
        if pair in _EVENTS:
            event, since = pair, at
        elif word in _EVENTS and not (ago == 1 and " " in event):
            event, since = word, at
        elif word in _FORGET:
            event = ""
        mark = f"h={event}"
