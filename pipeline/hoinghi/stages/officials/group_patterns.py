"""Words of groups and delegates without names; all patterns match folded text."""

from __future__ import annotations

import re

from hoinghi.alternatives import by_letter

LONGEST_GAP = 110
_COMING = (
    "(?:đến |tới |về |cùng |đồng |kính mời |mời )?(?:tham dự|dự)(?! thảo| án| kiến| báo| toán| bị)"
    r"|tham gia(?: đoàn(?: [^\W\d_]+){0,3}| phản biện)?(?= (?:còn )?có )|"
    "(?:đến |tới |về |cùng )tham gia|"
    "tháp tùng|cùng đi|đi cùng|"
    "có mặt|chứng kiến|chung vui|cùng tiếp|tiếp đoàn|tiếp và làm việc|đón tiếp|đón đoàn|"
    "đại diện (?:địa phương|chính quyền|khách mời|lãnh đạo|các đơn vị)(?= (?:còn )?có )|"
    "(?:về )?phía|thành phần|thành viên đoàn|đồng chủ trì|chủ trì|khách mời|đại biểu"
)
# "Tham dự hội nghị có", "Cùng đi với đoàn còn có:", "với sự có mặt của", "Thành phần:".
HEAD = re.compile(
    rf"(?<![^\W_])(?=[đtvckmdpgs])(?:{by_letter(_COMING)}(?![^\W_])[^.;:\n“”\"]{{0,160}}?"
    r"(?:(?<![^\W_])(?:còn có|có sự[^.,;:\n]{0,40} của|có|gồm có|gồm|là)(?![^\W_])|:)"
    r"|(?:với |có |cùng )?sự (?:tham dự|tham gia|có mặt|hiện diện|góp mặt|chứng kiến)"
    r"(?: đông đủ| đầy đủ)? của(?: đồng chí)?(?![^\W_]))"
)
# A line of a list: a bullet, a number, or a form of address that opens it.
ITEM = re.compile(
    r"\s{1,4}(?:[-–+*•●✔]|\d{1,2} ?[.)/]|"
    r"(?:các |đại diện |lãnh đạo |về phía |đồng chí |đ/c |ông |bà ))"
)
_PEOPLE = (
    "đại diện|lãnh đạo|thành viên|ủy viên|cán bộ|công chức|viên chức|nhân viên|chuyên viên|"
    "hội viên|đoàn viên|đảng viên|phóng viên|chiến sĩ|giáo viên|giảng viên|học sinh|sinh viên|"
    "đồng chí|đ/c|đc|các ông|các bà|các vị|ông bà|ông, bà|bà, ông|quý vị|đại biểu|tập thể|"
    "thường trực|về phía|phía|trưởng|phó|cấp ủy|người lao động|công nhân|y, bác sĩ|bác sĩ|"
    "phật tử|tăng ni|giáo dân|lực lượng|chỉ huy|ban giám hiệu|thầy cô|báo cáo viên"
)
GROUP = re.compile(rf"(?<![^\W_]){by_letter(_PEOPLE)}(?![^\W_])")
# What joins one body of a list to the next, or opens the list with a body itself.
LINK = re.compile(
    r"\)?[ \n]{0,3}[,;:&+•*–-]{0,2}[ \n]{0,3}"
    r"(?:(?:và|cùng|cùng với|với|còn có)[ ]{1,2})?(?:các[ ])?"
)
# Words that show that the body is no member of the list but a part of another clause.
_FOREIGN = (
    r"do|theo|để|nhằm|được|bị|vay|hưởng|nhận|tại|ở|trước|sau|nhân|phối hợp|"
    r"(?<!các )tổ chức|"
    r"đã|sẽ|đang|vì|nên|khi|trao|tặng|thăm|triển khai|thực hiện|chương trình|kế hoạch|"
    r"nghị quyết|thành lập|bầu|kỷ niệm|đại hội"
)
FOREIGN = re.compile(rf"(?<![^\W_]){by_letter(_FOREIGN)}(?![^\W_])|[“”\"]")
# Behind a name, what leads away from that person's own posts.
AWAY = re.compile(r";|(?<![^\W_])(?:và|cùng|với|các|những|đại diện|lãnh đạo|toàn thể)(?![^\W_])")
_SUBJECT = (
    "đại diện(?! cho)|lãnh đạo|(?:các )?thành viên|các đồng chí|các ông,? ?bà|cán bộ|hội viên|"
    "đoàn viên|tập thể"
)
SUBJECT = re.compile(rf"(?:và |cùng |cùng với )?(?:{_SUBJECT})(?![^\W_])")
SUBJECT_BEFORE = re.compile(
    rf"(?<![^\W_])(?=[đlcht]){by_letter(_SUBJECT)}(?![^\W_])"
    r"(?:[ ](?!đã|sẽ|được|và|cùng)[^\W\d_]{1,8}){0,4}[ ]$"
)
# Whose people are asked, thanked or heard of, is not said to act.
NOT_SUBJECT = re.compile(
    r"(?<![^\W_])(?:đề nghị|yêu cầu|giao|giao cho|mong|mong muốn|chỉ đạo|phân công|để|của|với|cho|"
    r"cảm ơn|nếu|khi|thay mặt|hằng năm|hàng năm|thời gian qua|năm qua|nhiệm kỳ qua|bởi|do)"
    r"(?![^\W_])[^.;:\n]{0,40}$"
)
_DONE = (
    "tham dự|dự(?! thảo| án| kiến| báo| toán)|có mặt|chứng kiến|cùng đi|phát biểu|tham luận|"
    "trình bày|báo cáo|trao|tặng|đến thăm|tới thăm|chúc mừng|dâng hương|cắt băng|ký kết|"
    "giải trình|trả lời|làm rõ|kiến nghị|nêu ý kiến|đóng góp ý kiến|góp ý|thảo luận|chung vui|"
    "tham gia(?! đóng| xây| giao| bảo)|cho biết|cho hay|khẳng định|tiếp thu|cam kết|hứa|nhận lỗi"
)
ACTS = re.compile(
    r"(?:[ ]\([^()\n]{1,30}\))?[ ,]{1,2}(?:(?:đã|cũng|cùng|còn|lần lượt|trực tiếp|đến|tới|về|đều|"
    rf"lên)[ ]){{0,3}}{by_letter(_DONE)}(?![^\W_])"
)
