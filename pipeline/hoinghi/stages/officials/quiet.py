"""The text as the role patterns read it: without the words of posts and bodies' names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from hoinghi.records import OrganizationMention
from hoinghi.stages.officials.units import Unit

# A post that itself says what its holder does in the event.
_TELLING = re.compile(
    r"trưởng đoàn|chủ tọa|chủ trì|thư ký|giám khảo|báo cáo viên|đoàn chủ tịch|"
    r"thành viên đoàn|ban (?:thường|chấp)"
)
# "PGS. TS.", "đ/c.", "TP. Huế": the point ends no sentence.
_ABBREVIATION = re.compile(
    r"(?<![^\W_])(?:p?gs|ths?|th\.s|ts|bs|bscki{1,2}|cki{1,2}|ks|kts|ls|nsưt|nsnd|ngưt|ngnd|tskh|"
    r"ncs|đ/c|đc|tp|tx|tt|kp|st|tr|ht|đđ|lm|mr|mrs|dr|[hqpx])$"
)
_POINT = re.compile(r"\.(?=\s|[^\W\d_])")

# "Dự lễ vinh danh các nhà báo có …": the name of what they attend.
_EVENT = re.compile(
    r"(d(?<![^\W_].)ự|c(?<![^\W_].)hứng kiến)"
    r"( (?:buổi |cuộc )?(?:lễ|hội nghị|đại hội|hội thi|chương trình|ngày hội) [^.;:\n]{2,160}?)"
    r"(?= (?:còn có|có|gồm|gồm có)[ :]|:)"
)


def pointless(folded: str) -> str:
    """Return ``folded`` with an underscore for every point that only ends an abbreviation."""
    parts, done = [], 0
    for point in _POINT.finditer(folded):
        if _ABBREVIATION.search(folded, max(0, point.start() - 7), point.start()):
            parts += [folded[done : point.start()], "_"]
            done = point.end()
    return "".join([*parts, folded[done:]])


def quieten(folded: str, units: Iterable[Unit], bodies: Sequence[OrganizationMention]) -> str:
    """Return ``folded``, of the same length, with nothing in it that only looks like an act.

    Names of bodies (``Quỹ Hỗ trợ …``, ``Hội đồng Thi đua - Khen thưởng``) and posts
    (``Thành viên HĐQT``) become underscores, and so does the name of an event between those
    who attend and the word for it.
    """
    spans = [(body.start, body.end) for body in bodies]
    spans += [(unit.start, unit.end) for unit in units]
    parts: list[str] = []
    done = 0
    for start, end in sorted(spans):
        if end <= done or _TELLING.search(folded, max(start, done), end):
            continue
        since = max(start, done)
        parts += [folded[done:since], "_" * (end - since)]
        done = end
    plain = "".join([*parts, folded[done:]])
    return _EVENT.sub(lambda found: found[1] + "_" * len(found[2]), plain)
