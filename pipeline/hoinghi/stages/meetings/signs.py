"""What tells a reported event from one only spoken of, as patterns over folded text.

General knowledge of how Vietnamese news is told; flat alternations with bounded runs.
"""

from __future__ import annotations

import re

# What says, in a sentence without a day, that a further event is told.
ALSO = re.compile(
    r"cùng ngày|sau đó|trước đó|cùng buổi|buổi (?:sáng|chiều|tối)|chiều nay|tiếp đó|dịp này"
    r"|ngay sau|\d ?(?:h|giờ)|chiều,|tối,|cũng trong khuôn khổ|bên lề|cùng thời gian"
)
# These tell a new event as surely as a day does.
ANEW = re.compile(r"(?:cũng trong|cùng) ngày|(?:ngày )?hôm (?:sau|trước)|cùng (?:thời gian|lúc)")
# Between the start of a line and the day that an announcement opens with.
DAY_OPENS = re.compile(r"[\W_]{0,12}(?:thời gian|lúc|vào lúc|vào)?[\W_]{0,6}")
GIFT = re.compile(r"(?:trao|tặng|bàn giao|dâng|viếng|thắp hương|ra mắt|phát động)")
VISIT = re.compile(r"(?:thăm|tham quan|viếng|chúc|tặng|trao|dâng)(?!\w)")
CONCLUDED = re.compile(r"(?<!\w)(?:tại|trong|kết luận|kết thúc|sau) (?:buổi|cuộc)\s$")
AGAIN = re.compile(r"[ ,]{1,2}(?:cũng |còn |lại )?(?:tiếp tục |được )+(?:diễn ra|tổ chức|có)")
# The first session of those whom a congress has just chosen.
CONSTITUENT = re.compile(
    r"(?:phiên họp|phiên|hội nghị|kỳ họp) (?:lần )?"
    r"(?:thứ nhất|đầu tiên|thứ 1|thứ i|lần đầu)(?!\w)"
)
# Rites of a family and a reporter's talks are no meetings ...
PRIVATE = re.compile(
    r"lễ (?:viếng|nhập quan|động quan|di quan|an táng|thành phục|hạ huyệt|cưới|thành hôn|vu quy"
    r"|tang)(?!\w)|(?:làm việc|trao đổi|gặp gỡ) với (?:phóng viên|pv|nhà báo|báo chí|chúng tôi)"
    r"|tiếp công dân$"
)
# ... and what a week's schedule says of every week is none there.
ROUTINE = re.compile(r"làm việc tại (?:cơ quan|trụ sở|nhà|phòng làm việc)$|tiếp công dân định kỳ$")
MARTYRS = re.compile(r"liệt sĩ|hài cốt")
# Between the day and a verb of doing, one of these makes it a purpose, not a deed.
AIMED = re.compile(
    r"(?<!\w)(?:để|nhằm|việc|của|sẽ|kế hoạch|công tác|chương trình|và|các|những|nội dung|đề nghị"
    r"|không|chưa|khi|quyết định|yêu cầu|nhiệm vụ|hoạt động|về|theo)\s$"
)
NOTE = re.compile(r"\W{0,4}(?:ghi chú|lưu ý|chú thích)")
ORDINAL = re.compile(r"(?:lần thứ|thứ|lần) (\w+)")
YEARS = re.compile(r"(?<!\d)\d{4}(?!\d)")
# Before a noun: who spoke there tells that it was held; so does a sitting of it.
SPOKEN = re.compile(
    r"(?<!\w)(?:phát biểu|chia sẻ|trao đổi|thông tin|báo cáo|kết luận|cho biết|nói|nhấn mạnh"
    r"|khẳng định|tham luận)[^.;:\n]{0,24} tại (?:buổi |cuộc )?$"
    r"|(?<!\w)(?:tại|trong) phiên(?: [^\s,.;:]{1,9}){1,6} (?:của|tại)\s$"
)
# An event told without a day is news only where it has just been held.
RECENT = re.compile(r"(?<!\w)(?:vừa|mới|đã|hôm|nay)(?!\w)")
# Titles of pages that teach, ask or muse: what they say of meetings holds for any of them.
EXPLAINS = re.compile(
    r"(?:hướng dẫn|quy trình|trình tự|thủ tục|cách|hỏi|điều kiện|quy định|những điều|một số"
    r"|vài|suy nghĩ|bàn về|vì sao|tại sao|khi nào|bao giờ|thế nào|làm gì|có (?:được|phải)|nhớ"
    r"|từ ngày|từ \d|mẫu|kinh nghiệm|góc nhìn|chuyện|tản mạn)(?!\w)|[^\n]{0,160}\?$"
)
# Titles of pages that list many events: the first told is the main one, in their order.
LISTING = re.compile(
    r"lịch (?:công tác|làm việc|tuần|trực)|nhịp sống|nhật ký|điểm tin|bản tin"
    r"|chương trình (?:làm việc|công tác)(?: tuần| tháng)? (?:của|từ|tuần)"
    r"|tin (?:vắn|ngắn|nhanh|cơ sở|địa phương|tổng hợp|hoạt động|hội|đoàn thể|mặt trận"
    r"|trong (?:tỉnh|huyện|tuần|ngày|xã|phường|nước))|(?:hoạt động|tin|việc)[^\n]{0,60} trong tuần"
)
# A line that is marked so is an entry of a list: by a bullet, a number, a weekday, a cell.
_MARK = (
    r"[*•+►▪●■◆➢✓|]|[-–](?=\s)|[\u2600-\u27bf\U0001f300-\U0001faff]"
    r"|\d{1,2}[.)/]\s?\D|[ivx]{1,5}[.)]\s|(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?!\w)"
)
MARKED = re.compile(rf"\s*(?:{_MARK})")
# In a list, a day or an hour opens an entry as well.
ENTRY = re.compile(
    rf"\s*(?:{_MARK}|(?:sáng |chiều |tối |đêm )?(?:thứ [2-7]|ngày \d|\d{{1,2}}[/.-]\d)"
    r"|(?:sáng|chiều|tối)(?: |:)|\d{1,2} ?(?:h|g|giờ))"
)
# Between its day and an event.
AT = re.compile(r",? tại (?:buổi |cuộc )?$")
# What comes every year is not told as one event.
RECURS = re.compile(r"(?<!\w)(?:năm nào|hằng năm|hàng năm|mỗi năm)(?!\w)[^.;\n]{0,80}$")
EVERY_YEAR = "năm nào"
# What something else is done for.
PURPOSE = re.compile(r"(?<!\w)(?:nhằm|để(?! (?:tham )?dự)|thu hút)(?: [^\s,.;:]{1,12}){0,3} $")
