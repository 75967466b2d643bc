"""Lines that were broken in mid-sentence: by a narrow page, a mail program, a pasted document.

Every later stage takes the end of a line for the end of a sentence. So breaks that only wrap are
made spaces before anything is read; the text keeps its length, and with it every offset.
"""

from __future__ import annotations

import re

# A break between two lines of text; an empty line is always the end of a paragraph.
_BREAK = re.compile(r"(?<=[^\s])[ \t\xa0\r]*\n[ \t\xa0\r]*(?=[^\s])")
_ENDS = re.compile(r"[.!?…:;][\"”»)\]]{0,2}$")
# What no sentence ends with: something is to follow.
_DANGLING = re.compile(
    r"(?:[,–(]|(?<!\w)-|(?<!\w)(?:và|với|của|cho|có|gồm|là|tại|ở|về|các|những|do|từ|đến|số|thứ|lần|khóa"
    r"|ông|bà|anh|chị|đồng chí|đ/c|phường|xã|huyện|tỉnh|quận|thị trấn|thị xã|thành phố|thôn|ấp|bản"
    r"|ngày|tháng|năm|đã|được|sẽ|trong|theo|bằng|vào|trên|để|không|chủ tịch|phó|trưởng|bí thư"
    r"|ủy viên|giám đốc|hội|ban|đảng|ủy ban|mặt trận|uỷ ban|nhiệm kỳ))$",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![\w.])[A-ZĐÀ-Ỹ][a-zđà-ỹ]+$")
_CAPITAL = re.compile(r"[A-ZĐÀ-Ỹ][a-zđà-ỹ]*(?!\w)")
# Lines that begin so begin something new, even below a line without a full stop.
_OPENERS = re.compile(
    r"(?:sáng|trưa|chiều|tối|đêm|ngày|hôm|vừa|trong|theo|thực|nhân|nhằm|tại|tham|đến|tới|về|dự|phát"
    r"|kết|sau|trước|qua|hội|đại|lễ|buổi|cuộc|đồng|ông|bà|thay|cũng|dịp|được|với|để|có|ảnh|tin|bài"
    r"|quang|toàn|đây|các|những|một|để|từ|cùng|bên)(?!\w)",
    re.IGNORECASE,
)
# An address of the web, the item of a list.
_APART = re.compile(r"[\w-]+\.[\w.-]+|[a-zđ]\)")
# A text is wrapped when so many breaks, and this share of them, stand in mid-sentence behind a
# line that is long enough to be no cell of a table.
_LEAST, _SHARE, _LINE = 3, 0.2, 25


def unwrap(text: str) -> str:
    """Return ``text``, of the same length, with breaks in mid-sentence turned into spaces.

    A text counts as wrapped where again and again a line goes on in small letters and the line
    before is not finished. Then breaks before a capital wrap too, where the line before cannot
    end so (``Chủ tịch UBND phường``, a comma) or a name goes on. Other texts stay as they are.

    Args:
        text: The article as it came.
    """
    breaks = list(_BREAK.finditer(text))
    small = {one.start() for one in breaks if _goes_on(text, one)}
    sure = sum(len(_line_before(text, one)) >= _LINE for one in breaks if one.start() in small)
    if sure < max(_LEAST, _SHARE * len(breaks)):
        return text
    soft = (one for one in breaks if one.start() in small or _hangs(text, one))
    parts, at = [], 0
    for found in soft:
        parts += [text[at : found.start()], " " * (found.end() - found.start())]
        at = found.end()
    return "".join([*parts, text[at:]])


def unfinished(before: str, after: str) -> bool:
    """Tell whether the line ``after`` goes on with the sentence that the line ``before`` began."""
    pair = f"{before}\n{after}"
    found = _BREAK.search(pair, max(0, len(before) - 1))
    return found is not None and (_goes_on(pair, found) or _hangs(pair, found))


def _goes_on(text: str, found: re.Match[str]) -> bool:
    """Tell whether the line after a break goes on in small letters."""
    if not text[found.end()].islower() or _APART.match(text, found.end()):
        return False
    return _ENDS.search(_line_before(text, found)) is None


def _hangs(text: str, found: re.Match[str]) -> bool:
    """Tell whether the line before a break is unfinished though a capital or figure follows."""
    before, after = _line_before(text, found), text[found.end() : found.end() + 24]
    if _ENDS.search(before) or not after[0].isalnum():
        return False
    if _DANGLING.search(before):
        return True
    named = _NAME.search(before) and _CAPITAL.match(after)
    return bool(named) and _OPENERS.match(after) is None


def _line_before(text: str, found: re.Match[str]) -> str:
    start = text.rfind("\n", max(0, found.start() - 60), found.start()) + 1
    return text[max(start, found.start() - 60) : found.start()]
