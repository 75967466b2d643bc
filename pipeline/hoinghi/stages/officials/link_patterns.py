"""What may stand between posts, their bodies and their holders; all patterns match folded text."""

from __future__ import annotations

import re

from hoinghi.alternatives import by_letter

BETWEEN = re.compile(
    r"(?:,? (?:khóa|nhiệm kỳ) [ivx\d][ivx\d –-]{0,14})?"
    r"[ \n]{0,3}(?:[,;&-]|và|,? ?kiêm|,? ?đồng thời là)?[ \n]{0,3}(?:nguyên là )?"
)
# An age, a people, a hamlet, an alias, a body's term or the cell of a table may stand between
# the name and the post: ", 81 tuổi, ", ", người Dao, ", " (xã A), ", " khóa XV, ", " | ".
FROM_NAME = re.compile(
    r"(?: ?\([^()\n]{1,40}\)|,? (?:khóa|nhiệm kỳ) [ivx\d][ivx\d –-]{0,14}"
    r"|(?:,? ?\d{2,3} tuổi"
    r"|, ?(?:người|dân tộc|quê|sinh|ở|trú|ngụ|đảng viên|hội viên) [^,.;:\n]{2,30}){1,2})?"
    r"[ \n]{0,3}(?:[,(:_–-]{0,2}|\|)[ \n]{0,3}(?:(?:chức vụ|chức danh) ?: ?)?"
    r"(?:(?:nguyên |hiện |nay |cũng |và |đồng thời |đều |cùng )?"
    r"(?:là |làm |và |kiêm |giữ chức |hiện là |của ))?"
    r"(?:các |một |vị |tân |hai |ba )?$"
)
# "Phó Chủ tịch là bà B": the name behind holds it, whoever stands before.
NAMED = re.compile(r" {1,2}là (?:các )?")
SAID_OF_ALL = re.compile(r"(?<![^\W_])(?:hai|ba|đều là|cùng là|các)[ ]$")
SENTENCE_END = re.compile(r"[.!?…\n](?:(?<=\n)|\s|$)")
_APPOINTING = (
    r"làm|giữ chức|giữ chức vụ|giữ cương vị|giữ vị trí|giữ|chức|chức danh,?|"
    r"chức vụ:?|"
    r"cương vị|nhiệm vụ|được bầu|bầu|bầu làm|trúng cử|đắc cử|kiêm|kiêm nhiệm|là|đảm nhận|"
    r"đảm nhiệm|cử|tham gia|chức danh là|với tư cách|vị trí|chỉ định|công nhận"
)
APPOINTING = re.compile(rf"(?<![^\W_]){by_letter(_APPOINTING)}[ ]{{1,2}}$")
ONCE = re.compile(r"(?<![^\W_])(?:từng|đang|hiện|vốn) (?:là|giữ chức) {1,2}$")
TO_HOLDER = re.compile(
    r",? {0,2}(?:[^,.;:\n]{0,60}? )?(?:đối với|cho|là|do|với|gồm|gồm có)[ ]{1,2}"
    r"| {1,2}(?:trường|xã|phường|thị trấn|huyện|quận|tỉnh|thành phố|thôn): {0,2}"
    r"|[ ]{0,2}:?[ \n]{0,3}\(đã ký\):?[ \n]{0,3}|[ ]{0,2}:[ \n]{0,3}"
)
# "Đại biểu HĐND huyện có các ông, bà: …", "Phó Chủ tịch gồm: …": the post of all in the list.
HEADS_LIST = re.compile(
    r"(?: ứng cử [^,.;:\n]{0,50}?)?(?: đơn vị [^,.;:\n]{0,40}?)? {1,2}(?:gồm có|gồm|có)"
    r"(?: {1,2}các {1,2}(?:đại biểu|vị|ông,? ?bà|bà,? ?ông|ông|bà|đồng chí|đ/c|đc))?:? {1,2}"
)
# Behind "thừa ủy quyền của Chủ tịch UBND tỉnh, " stands the one who acts for the holder.
DEPUTED = re.compile(r"(?<![^\W_])(?:của|thay mặt|thay mặt cho|ủy quyền) {1,2}$")
# Who gives a post up: "miễn nhiệm chức danh … đối với bà A", "giữ chức …, thay ông B".
CEDED = re.compile(r"(?: khóa [ivx\d]+)?(?:, nhiệm kỳ [\d –-]{4,14})? đối với ")
REGION = re.compile(r" {1,2}(?:phía|khu vực|miền|vùng) (?:bắc|nam|trung|tây|đông|tây nguyên) ")
REPLACED = re.compile(r"[^.;:\n]{0,60}?,? thay(?: thế)?(?: cho)? ")
ABBREVIATED = re.compile(r" ?\([^\W\d_][^()\n]{1,30}\)(?= )")
ALONGSIDE = re.compile(r",? (?:và|cùng|cùng với)(?: toàn thể)?(?: các| những)? ")
# "Chủ tịch xã, ông A", "Bí thư huyện - bà B".
OF_UNIT = re.compile(
    r" {1,2}(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|tỉnh|thành phố|tp|thôn|bản|ấp)"
    r"(?:,| -) {1,2}"
)
SHARED = re.compile(
    r"(?<![^\W_])(?:các|những|hai|ba|bốn|[2-9]|0[2-9])(?: đồng chí| ông| bà| vị| đ/c)?[ ]$"
)
# A body that was not recognised, between a title and the next post or the name behind it.
_UNMARKED = (
    r"(?:đảng|tỉnh|huyện|thành|quận|thị) ủy|ubnd|hđnd|ủy ban|hội|ban|sở|phòng|chi bộ|đoàn|"
    r"liên|trung|mttq|ubmttq|ub|công|mặt trận|trường|cục|chi|văn phòng|bộ|tổng|bhxh|quốc hội|"
    r"trạm|đồn|htx|hợp tác|viện|tòa|thanh tra|khối|ttyt|btv|bch|đảng|ca|tổ|tdp|khoa|"
    r"xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tp|tỉnh|đặc khu|thôn|bản|ấp|xóm|buôn|khóm|"
    r"khu|làng|nhà|bệnh viện|giáo|dòng|họ|chùa|thánh|câu lạc bộ|clb|quỹ|hiệp|quân|tiểu đoàn|"
    r"trung đoàn|sư đoàn|lữ đoàn|vùng|đội|nhóm|nước|phụ trách|chuyên môn|csgt|thads|thuế"
)
UNMARKED = re.compile(rf" {{1,2}}{by_letter(_UNMARKED)}(?![^\W_])")
CELL = re.compile(r" {1,2}(?:chi bộ|chi đoàn|chi hội|chi ủy)(?![^\W_])")
TAIL = re.compile(r"[^,;:.()\n]{0,70}(?:,| -|-| và|,? kiêm) {0,2}")
TOLD = re.compile(r"[^,;:.()\n]{1,70}: {1,2}")
PAUSE = re.compile(r"[,;:.()\n]|(?<![^\W_])(?:ông|bà|đồng chí|đ/c|cùng|và|của)(?![^\W_])")
LONGEST_LIST = 4000
PAIR = re.compile(
    r"(?:(?!làm |là |giữ |bầu |thay |được )[^.;:\n])*(?<![^\W_])(?:và|cùng) "
    r"(?:ông |bà |anh |chị |đồng chí |đ/c )?"
)
NAME_LIST = re.compile(
    r" {0,2}(?:,|,? ?và|,? ?cùng) {0,3}(?:(?:các )?(?:ông|bà|anh|chị|đồng chí|đ/c) )?"
)
# "các ông: A; B; C giữ chức": semicolons part the names of one list, too.
SEMICOLON_LIST = re.compile(r" {0,2}(?:[,;]|[,;]? ?và) {0,3}(?:(?:ông|bà|anh|chị|đồng chí) )?")
BARE_LIST = re.compile(r" {0,2}(?:,|,? ?và) {0,3}")
OPENS_LIST = re.compile(r"(?:[:;] ?|\n[-+*•]? ?|(?<![^\W_])(?:có|gồm) )$")
