"""Names, Vietnamese headings, kinds and widths of the columns of every sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["text", "date", "integer", "percent", "link"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet.

    Attributes:
        name: English name in the frame.
        heading: What readers see.
        kind: ``text``, ``date``, ``integer``, ``percent`` (0 to 1), ``link`` (text that is a link
            where it is an address of http or https, nothing else).
        width: In characters.
    """

    name: str
    heading: str
    kind: Kind = "text"
    width: int = 14


MEETING_COLUMNS: Final = tuple(
    "meeting_id document_id name type when when_text start_date end_date month start_time day_part"
    " venue village commune district province current_commune current_province current_communes"
    " current_code unit_commune unit_district unit_province unit_code cover level hosts chairs"
    " people directives topics confidence sources titles sentence marks reasons".split()
)
PERSON_COLUMNS: Final = tuple(
    "person_id meeting_id name honorific role positions bodies confidence document_id".split()
)
BODY_COLUMNS: Final = tuple("body_id body kind level place meeting_id hosted".split())
PAPER_COLUMNS: Final = tuple("paper directive_id kind issuer date title known meeting_id".split())
DOCUMENT_COLUMNS: Final = tuple(
    "document_id source title published status error duplicate_of".split()
)
DOUBT_COLUMNS: Final = tuple(
    "document_id meeting_id person_id reason reason_text field field_text value name sentence"
    " marks source confidence".split()
)
COMMUNE_COLUMNS: Final = tuple("label commune district province code".split())
"""Columns of the frames of ``Facts``, which says what they hold."""

MEETINGS, PEOPLE, DIRECTIVES, BODIES = "hoi-nghi", "dai-bieu", "van-ban", "to-chuc"
MONTHS, PLACES, CHECKS = "theo-thang", "theo-dia-ban", "can-kiem-tra"

TITLES: Final[Mapping[str, str]] = {
    MEETINGS: "Hội nghị",
    PEOPLE: "Đại biểu",
    DIRECTIVES: "Văn bản",
    BODIES: "Tổ chức",
    MONTHS: "Theo tháng",
    PLACES: "Theo địa bàn",
    CHECKS: "Cần kiểm tra",
}
"""The title of each sheet by its slug, in the order of the report."""

COLUMNS: Final[Mapping[str, tuple[Column, ...]]] = {
    MEETINGS: (
        Column("start_date", "Ngày", "date", 11),
        Column("day_part", "Buổi", "text", 8),
        Column("name", "Tên hội nghị", "text", 46),
        Column("type", "Loại", "text", 13),
        Column("venue", "Địa điểm", "text", 24),
        Column("commune", "Xã (khi họp)", "text", 17),
        Column("district", "Huyện (khi họp)", "text", 17),
        Column("province", "Tỉnh (khi họp)", "text", 17),
        Column("hosts", "Cơ quan chủ trì", "text", 34),
        Column("chairs", "Người chủ trì", "text", 18),
        Column("people", "Số đại biểu được nêu tên", "integer", 10),
        Column("directives", "Văn bản", "text", 18),
        Column("current_commune", "Xã (hiện nay)", "text", 18),
        Column("current_province", "Tỉnh (hiện nay)", "text", 18),
        Column("source", "Nguồn", "link", 40),
        Column("other_sources", "Nguồn khác", "text", 30),
        Column("articles", "Số nguồn", "integer", 10),
        Column("end_date", "Đến ngày", "date", 11),
        Column("start_time", "Giờ", "text", 8),
        Column("when_text", "Thời gian chưa đủ ngày", "text", 18),
        Column("village", "Thôn, tổ dân phố", "text", 18),
        Column("level", "Cấp", "text", 12),
        Column("topics", "Chủ đề", "text", 24),
        Column("confidence", "Độ tin cậy", "percent", 10),
        Column("reasons", "Cần kiểm tra", "text", 24),
        Column("meeting_id", "Mã hội nghị", "text", 18),
    ),
    PEOPLE: (
        Column("name", "Họ và tên", "text", 24),
        Column("honorific", "Danh xưng", "text", 11),
        Column("positions", "Chức vụ", "text", 50),
        Column("meetings", "Số hội nghị", "integer", 10),
        Column("chaired", "Chủ trì", "integer", 10),
        Column("spoke", "Phát biểu", "integer", 10),
        Column("attended", "Tham dự", "integer", 10),
        Column("elected", "Được bầu", "integer", 10),
        Column("praised", "Được khen thưởng", "integer", 10),
        Column("first_date", "Ngày đầu", "date", 11),
        Column("last_date", "Ngày cuối", "date", 11),
        Column("communes", "Xã nơi dự họp", "text", 40),
        Column("person_id", "Mã đại biểu", "text", 18),
    ),
    DIRECTIVES: (
        Column("directive_id", "Số, ký hiệu", "text", 20),
        Column("kind", "Loại văn bản", "text", 14),
        Column("title", "Trích yếu", "text", 44),
        Column("issuer", "Cơ quan ban hành", "text", 24),
        Column("date", "Ngày ban hành", "date", 11),
        Column("meetings", "Số hội nghị", "integer", 10),
        Column("commune_count", "Số xã đã nêu", "integer", 10),
        Column("body_count", "Số tổ chức", "integer", 10),
        Column("first_date", "Ngày đầu", "date", 11),
        Column("last_date", "Ngày cuối", "date", 11),
        Column("communes", "Xã đã nêu", "text", 32),
        Column("bodies", "Tổ chức chủ trì, tham gia", "text", 32),
        Column("missing_count", "Số xã chưa thấy nêu", "integer", 10),
        Column("missing", "Xã chưa thấy nêu", "text", 32),
    ),
    BODIES: (
        Column("body", "Tổ chức", "text", 50),
        Column("place", "Địa bàn", "text", 40),
        Column("kind", "Nhóm", "text", 16),
        Column("level", "Cấp", "text", 10),
        Column("meetings", "Số hội nghị", "integer", 10),
        Column("hosted", "Chủ trì", "integer", 10),
        Column("joined", "Tham gia", "integer", 10),
        Column("people", "Số đại biểu được nêu tên", "integer", 10),
        Column("first_date", "Ngày đầu", "date", 11),
        Column("last_date", "Ngày cuối", "date", 11),
    ),
    MONTHS: (Column("month", "Tháng", "text", 16),),
    PLACES: (
        Column("province", "Tỉnh", "text", 24),
        Column("district", "Huyện", "text", 24),
        Column("commune", "Xã", "text", 24),
    ),
    CHECKS: (
        Column("reason_text", "Lý do", "text", 22),
        Column("field_text", "Thông tin cần kiểm tra", "text", 16),
        Column("value", "Giá trị hiện có", "text", 28),
        Column("name", "Hội nghị", "text", 36),
        Column("sentence", "Câu trong bài", "text", 60),
        Column("source", "Nguồn", "link", 32),
        Column("confidence", "Độ tin cậy", "percent", 10),
        Column("meeting_id", "Mã hội nghị", "text", 18),
        Column("person_id", "Mã đại biểu", "text", 18),
    ),
}
"""The columns by slug; those of pivot tables are followed by one a kind of meeting and a total."""

PRINTED: Final[Mapping[str, int]] = {MEETINGS: 12, PEOPLE: 12, CHECKS: 7}
"""How many columns of a sheet are printed; of others all are. The rest is for the screen."""

TOTAL: Final = Column("total", "Cộng", "integer", 8)
PIVOT_TITLES: Final[Mapping[str, str]] = {
    MONTHS: "Số hội nghị theo tháng và loại",
    PLACES: "Số hội nghị theo địa bàn và loại",
}
"""What the pivot tables count, one column a kind of meeting (``kind_1`` ...), ``total`` last."""
