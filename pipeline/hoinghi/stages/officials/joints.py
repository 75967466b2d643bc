"""Where the words that join a post to a name before it begin."""

from __future__ import annotations

import re

from hoinghi.alternatives import by_letter

_REACH = 60
# What the longer of these joints begin with: a bracket, a term, an age, where somebody is from.
_OPENS = re.compile(
    r"\(|khóa |nhiệm kỳ |tuổi|, ?(?:người|dân tộc|quê|sinh|ở|trú|ngụ|đảng viên|hội viên) "
)
_BEFORE_OPENING = 6  # ", 81 " before "tuổi"
_WORDS = (
    "chức vụ danh nguyên hiện nay cũng và đồng thời đều cùng là làm kiêm giữ của các một vị tân "
    "hai ba"
)
# The short joints, which hold nothing but signs and these words, read from their end.
_GLUE_BACKWARDS = re.compile(
    rf"(?:[ \n,(:_|–-]|{by_letter('|'.join(word[::-1] for word in _WORDS.split()))})*"
)


def joint_start(pattern: re.Pattern[str], folded: str, end: int) -> int:
    """Return where the longest joint that ends at ``end`` begins; ``end`` itself if none does.

    Args:
        pattern: A joint up to its end, ``patterns.FROM_NAME`` or ``link_patterns.FROM_NAME``.
        folded: The article, folded.
        end: Where the post begins.

    The pattern may begin anywhere and be empty, so that a search would try it at each character
    before ``end``: it is tried only from where such a joint can begin.
    """
    since = max(0, end - _REACH)
    window = folded[since:end]
    glue = _GLUE_BACKWARDS.match(window[::-1])
    first = len(window) - (glue.end() if glue else 0)
    opening = _OPENS.search(window)
    if opening is not None:
        first = min(first, max(0, opening.start() - _BEFORE_OPENING))
    found = pattern.search(window, first)
    return since + found.start() if found else end
