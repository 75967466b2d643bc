"""What is to be checked: one definition, for the sheet ``can-kiem-tra`` and for the review."""

from __future__ import annotations

from typing import Final

from hoinghi.report.tables import Row
from hoinghi.tables import FAILED

LOW_MEETING: Final = 0.6
"""Below it the record of a meeting is to be checked: two in five such records are wrong."""

LOW_PERSON: Final = 0.8
"""Below it a named person is to be checked; nearly all others have 0.98 and more."""

NO_DATE, NO_PLACE, NO_COMMUNE = "no-date", "no-place", "no-commune"
LOW, PERSON, UNREAD = "low-confidence", "doubtful-person", "unread"

REASONS: Final = {
    NO_DATE: "Chưa rõ ngày",
    NO_PLACE: "Chưa xác định được địa bàn",
    NO_COMMUNE: "Chưa rõ xã",
    LOW: "Độ tin cậy thấp",
    PERSON: "Đại biểu chưa chắc chắn",
    UNREAD: "Không đọc được bài viết",
}
"""What each reason is called, in the order in which they are listed."""

FIELDS: Final = {
    NO_DATE: ("when", "Ngày"),
    NO_PLACE: ("place", "Địa bàn"),
    NO_COMMUNE: ("commune", "Xã"),
    LOW: ("name", "Tên, ngày, địa bàn"),
    PERSON: ("person", "Đại biểu"),
    UNREAD: ("document", "Bài viết"),
}
"""The field that each reason is about, and its Vietnamese name."""


def meeting_reasons(meeting: Row) -> list[str]:
    """Return the codes of what is to be checked in a meeting.

    Args:
        meeting: ``start_date``, ``province``, ``commune``, ``level``, ``confidence``.
    """
    local = meeting["level"] in {"xã", "thôn"}
    tests = {
        NO_DATE: meeting["start_date"] is None,
        NO_PLACE: meeting["province"] is None,
        NO_COMMUNE: local and meeting["province"] is not None and meeting["commune"] is None,
        LOW: meeting["confidence"] is None or meeting["confidence"] < LOW_MEETING,
    }
    return [reason for reason, applies in tests.items() if applies]


def doubtful_person(person: Row) -> bool:
    """Tell whether a row of ``people`` is to be checked; it took part in a meeting."""
    return person["confidence"] is None or bool(person["confidence"] < LOW_PERSON)


def unread(document: Row) -> bool:
    """Tell whether an article could not be read."""
    return bool(document["status"] == FAILED)
