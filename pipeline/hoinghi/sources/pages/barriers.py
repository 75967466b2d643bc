"""Pages that a site shows instead of an article: not found, log in, checking your browser."""

from __future__ import annotations

import re

from hoinghi.errors import ReadError
from hoinghi.text import fold

_MISSING = re.compile(
    r"(?:lỗi |error )?(?:404|403|500|502|503)(?:$|\W{1,3}$|\s?[-–|:]| (?:not|error|forbidden|bad))"
    r"|(?:trang|bài viết|nội dung|đường dẫn|tin)(?: này| bạn \S+)?"
    r" (?:không (?:tồn tại|tìm thấy|được tìm thấy)|đã bị (?:xóa|gỡ))"
    r"|không tìm thấy(?: (?:trang|nội dung|bài viết|kết quả|dữ liệu))?"
    r"\W{0,3}(?:$|[-–|]| (?:này|bạn|mà)\b)"
    r"|(?:rất tiếc|oops|ôi)\b.{0,30}(?:không|not)|(?:page )?not found|page can.?t be found"
    r"|truy cập bị từ chối|access denied|forbidden|service unavailable"
    r"|website đang bảo trì|hệ thống đang bảo trì"
)
_LOCKED = re.compile(
    r"(?:đăng nhập|đăng ký)(?: hệ thống| tài khoản| thành viên| để .{1,40})?$"
    r"|(?:bạn )?(?:cần|phải|vui lòng) đăng nhập\b|log ?in$|sign in$"
    r"|just a moment|attention required|checking your browser|xác (?:minh|thực) (?:bạn|trình duyệt)"
)
# An article is longer than what such a page says, in characters.
_LONGEST = 700


def refuse(title: str | None, text: str, source: str) -> None:
    """Raise if title or first line and the little text below are those of no article.

    Raises:
        ReadError: The page says that there is no article, or asks who is there.
    """
    if len(text) > _LONGEST:
        return
    heads = [fold(one).strip(" -–|:!.") for one in (title or "", text.split("\n", 1)[0])]
    if any(_MISSING.match(head) for head in heads):
        raise ReadError(
            source,
            "the site answered that it has no such page",
            "save the page of the article again, or find its new address",
        )
    if any(_LOCKED.match(head) for head in heads):
        raise ReadError(
            source,
            "the site asks for a login or a check and shows no article",
            "open the article in a browser, then save its page",
        )
