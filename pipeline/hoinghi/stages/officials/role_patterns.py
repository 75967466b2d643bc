"""Words of the roles that a person can have in an event; all patterns match folded text."""

from __future__ import annotations

import re

from hoinghi.alternatives import by_letter
from hoinghi.stages.officials.patterns import HONORIFIC

# In their order: the first that applies is the person's (guidelines, records).
ROLES = ("chủ trì", "phát biểu", "tham dự", "được bầu", "khen thưởng", "nhắc đến")
# Verbs that have a subject: behind another name they say what that one did.
OF_SUBJECT = frozenset({"chủ trì", "phát biểu"})
# Named for his teachings, never for what he does in the event (ruling 9).
LEADERS = frozenset({"hồ chí minh", "tôn đức thắng"})
# The items of a list that runs on in one line ("1. … 2. …") are one sentence.
# The sign comes first and what stands before it is asked behind it: so the search skips ahead.
SENTENCE_END = re.compile(
    r"[.!?…\n](?:(?<=\n)|"
    r"(?<![.;:,)] \d.)(?<![.;:,)] 1\d.)(?<!tp.)(?<!ths.)(?<!ts.)(?<!bs.)(?<! p.)"
    r"(?=\s)(?!\s\d{1,2}\. ))"
)
# A dash, a number or a pictograph opens the item of a list.
BULLET_LINE = re.compile(r"[ ]{0,3}(?:[^\w\s“”\"'‘(]|\d{1,2} ?[-–.)/])")
CLAUSE_END = re.compile(r"[,.;\n]")
# "có", "gồm" only announce those who do what the word before them says.
LINKING = frozenset(
    {"có", "gồm", "gồm có", "còn có", "phía", "về phía", "hộ", "gia đình", "đối với"}
)
_ADDRESS = r"(?:ông|bà|anh|chị|em|cụ|đồng chí|đ/c|đc|cô|chú|thầy|các|đại tá|linh mục|đại đức)"
# What may stand between a chain of posts and the verb: brackets, commas, small adverbs.
AFTER_CHAIN = re.compile(
    r"^[ )\]]{0,3}(?:\([^()\n]{0,80}\))?[ ,)-]{0,4}"
    r"(?:(?:đã|cũng|còn|sẽ|vừa|đang|trực tiếp|xúc động|tha thiết|thẳng thắn|lần lượt|rưng rưng|"
    r"phấn khởi|ân cần|vui vẻ|trân trọng|thì|lại|liền|bèn|tiếp tục|nhiệt liệt|cùng|đều|rất|"
    r"chỉ(?! ra| rõ| cách| đạo)|xin(?= nói| phát| trao| báo| trình| nêu| góp)|"
    r"mạnh dạn|nghẹn ngào|hồ hởi|đại diện [^,.;\n]{0,60}?|thay mặt [^,.;\n]{0,60}?)[ ,]{1,2}){0,3}"
)
_HONORIFIC = re.sub(r"\(\?P<\w+>", "(?:", HONORIFIC.pattern)
# A blank-out is read as a whole: cut in parts in all ways, a long one would be tried for minutes.
_WHO = rf"(?:{_ADDRESS}|{_HONORIFIC}|cô|vị|già|_++)"
# A place or a body that tells a person from others of the name.
_ASIDE = r"(?: ?\([^()\n]{1,60}\))?(?:,? (?:ở|của|thuộc|thôn|xóm|bản|ấp|làng) [^,.;:\n]{1,40}?)?"
COORDINATED = re.compile(
    rf"{_ASIDE}[ ]?(?:,|,? và|,? cùng|,? cùng với) (?:các )?(?:{_WHO}[ .:]{{0,2}}){{0,4}}"
)
LONGEST_LINK = 220
# "A, chức vụ; B, chức vụ đồng chủ trì": what is done jointly holds for the whole list.
JOINT = re.compile(r"[^.\n]{0,12}(?:đồng chủ|cùng chủ)")
# "(chủ trì)", ": chủ trì", ", chủ tọa" behind the posts, as minutes and programmes say it.
# In "…, chủ trì khai giảng là bà B" it leads to the next one.
CHAIR_MARK = re.compile(
    r"[^.,;:(\n]{0,60}[,:(-][ ]?(?:đồng )?chủ (?:trì|tọa)(?![^\W_])"
    r"(?! [^,.;:\n]{0,40}(?:là|gồm|có)(?![^\W_]))(?!:)"
)
# Between two of those who do one thing: "A, chức vụ và B, chức vụ", "A cùng các Phó Chủ tịch B".
SPREADS = re.compile(r"[^.:\n]{0,160}(?:,|;|(?<![^\W_])(?:và|cùng)(?![^\W_]))[^.:\n]{0,60}")
# "Lần lượt các ông: A, chức vụ; B, chức vụ trả lời": what the last does, all of them do.
IN_TURN = re.compile(r"(?<![^\W_])lần lượt(?![^\W_])[^.\n]{0,400}$")
# "Trong số này có bà A": of whom the sentence before tells.
CONTINUES = re.compile(
    r"\s{0,3}(?:trong số (?:này|đó|họ|những)|trong đó|tiêu biểu|đó là|đáng chú ý)(?![^\W_])"
)
# The numbered list of a minute: who chairs and who writes it is marked at their items.
ITEMS = re.compile(r"(?:^[ ]{0,3}(?:\d{1,2} ?[-–.)/]|[-+*•])[^\n]{0,300}\n?)+", re.MULTILINE)
_MINUTES = r"[,:(–-] ?(?:chủ trì|chủ tọa|thư ký)"
MINUTES_AT_ALL = re.compile(_MINUTES)
MINUTES = re.compile(rf"{_MINUTES}(?: cuộc họp| hội nghị)?(?=[ ]?[).;,\n]|$)")
LISTED = re.compile(rf"{_ASIDE}[ ]?;(?: và)? (?:{_WHO}[ .:]{{0,2}}){{0,4}}")
QUOTED = re.compile(rf"[”\"][,.]? ?-? ?{_ADDRESS} $")
SOURCE = re.compile(r"(?:^|[,.;“\n] ?|cũng )theo [^,.;:\n]{0,80}$")
_SPEAK = (
    "phát biểu|cho biết|cho hay|cho rằng|nói|khẳng định|đề nghị|yêu cầu|nhấn mạnh|chia sẻ|báo cáo|"
    "trình bày|truyền đạt|cảm ơn|kết luận|(?<!thăm )hỏi|phản ánh|kiến nghị|nêu|đánh giá|ghi nhận|"
    "biểu dương|bày tỏ|thừa nhận|thông tin|giải thích|trả lời|tiếp thu|mong|chỉ đạo|lưu ý|gợi ý|"
    "động viên|tâm sự|kể|khai mạc|bế mạc|khai giảng|bế giảng|quán triệt|giới thiệu|thông qua|"
    "hứa|cam kết|giải trình|nhận xét|"
    "phân tích|đọc|công bố|ôn lại|góp ý|thông báo|phổ biến|truy vấn|chất vấn|đặt câu hỏi|"
    "tham luận|hướng dẫn|nhắc|dặn|chúc|gửi lời|thắc mắc|băn khoăn|tranh luận|nhận trách nhiệm|"
    "tuyên bố|đồng tình|bổ sung|khuyên|cười|tổng kết|quả quyết|hiến kế|đối thoại|lên tiếng|than|"
    "nhận định|tán thành|ra lời|đáp|trao đổi|làm rõ|ví|tiết lộ|giao nhiệm vụ|bảo|khoe|dẫn chứng|"
    "lo|tin rằng|tin tưởng|báo tin|cảnh báo|đảm nhận|lệnh|ra lệnh|phát lệnh|phát động|kêu gọi|"
    "nguyện|hoan nghênh|đặt vấn đề|lý giải|chỉ rõ|chỉ ra|tỏ ra|mở đầu|điểm lại|tóm tắt|đề xuất|"
    "quan tâm|than phiền|bức xúc|giãi bày|phàn nàn|nghẹn lời|đề dẫn|dẫn đề|đáp lời|đáp từ|"
    "chào mừng|ôn truyền thống|mô tả|thuyết minh|thuyết trình|diễn giải|xác nhận|đính chính|"
    "nhận khuyết điểm|nhận lỗi|nhận trách nhiệm|xin lỗi|tri ân|đúc kết|căn dặn|nhắn|bàn cách|"
    "góp (?:thêm )?(?:kinh nghiệm|lời|một|ý)|đưa ra|cho ý kiến|ra chỉ đạo|trăn trở|"
    "lo ngại|lo lắng|mong muốn|muốn|không đồng ý|đồng ý|nhất trí|phản đối|tán đồng|phản hồi|"
    "chú trọng|nhìn nhận|bộc bạch|trải lòng|thổ lộ|phân trần|kể lại|nhớ lại|thuật lại|lập luận|"
    "so sánh|lên lớp|đứng lớp|giảng|trình(?! diễn)|giải đáp|chỉ cách|"
    "giao(?= (?:cho )?(?:_|các |phòng|ban|sở|công an|ủy ban|ubnd|đoàn|hội|cán bộ|văn phòng))|"
    "xin(?= (?:thêm|giãn|giảm|miễn|hoãn|lùi|hỗ trợ|ý kiến|được|phép|hứa|cảm ơn|cám ơn|chúc|gửi|"
    "báo cáo))|cám ơn|"
    "tuyên đọc|xướng|thẩm tra|thuyết phục|hiệu triệu|kết lại|điểm qua|cập nhật|phê bình|"
    "viện dẫn|hẹn|truy hỏi|vạch rõ|chốt lại"
)
_CHAIR = (
    "chủ trì|chủ tọa|điều hành(?! ?[;)])|điều phối|hướng dẫn(?= đoàn| đã đến)|"
    "điều khiển (?:hội nghị|cuộc|buổi|phiên|đại hội|kỳ họp)|dẫn đầu|"
    "làm trưởng đoàn|làm chủ tọa|đồng chủ trì|làm chủ trì|tiếp,? (?:và )?làm việc với|dẫn dắt"
)
_ELECT = (
    "được (?:[^,.;\\n]{0,60} )?(?:bầu|tái cử|bổ nhiệm|điều động|hiệp thương|cử|chỉ định|"
    "giới thiệu|tín nhiệm|luân chuyển|phân công|giao giữ|công nhận|phê chuẩn|suy cử|chuẩn y)|"
    "sang làm|"
    "(?:tái )?(?:đắc|trúng) cử|giữ chức|nhận quyết định|nhận nhiệm vụ"
)
_PRIZE = (
    "được [^,.;\\n]{0,60}?(?:khen|biểu dương|tuyên dương|vinh danh|tôn vinh)|đoạt|đạt giải|giành|"
    "nhận (?:giấy|bằng) khen|nhận giải|về (?:nhất|nhì|ba)|được giải"
)
_ATTEND = (
    "(?:cùng )?(?:hơn|gần|trên|đông đảo|toàn thể|các|\\d+) [^.;:()\\n]{3,50} "
    "(?:(?:tham )?dự|tham gia)"
    "(?= |[.,;]|$)|"
    "(?:đến |về |tới |cùng )?(?:dự|tham dự|có mặt|chứng kiến|chung vui|"
    "tham gia(?! _| b[ct][hv]| ban | ủy | cấp | ứng))|"
    "trao(?! đổi)|tặng|theo dõi|cắt băng|tiếp nhận|đón nhận|"
    "ký(?! ức| tặng| văn| thông| công| quyết| giấy| ban| đơn)|"
    "nhận (?:hoa|quà|bảng|cờ)|"
    "(?:dâng|thắp|niệm) (?:hương|hoa)|(?:đánh|gióng|điểm|khua) (?:hồi )?(?:trống|chiêng|cồng)|"
    "bấm nút|trồng cây|bỏ phiếu|biểu diễn|trình diễn|đại diện .{0,30}nhận|thả|"
    "có buổi (?:tiếp xúc|đối thoại|nói chuyện)|đến trao|đến tặng"
)
# Calls and inspections: their subject is the head of those who pay them (ruling 13).
_VISIT = (
    "(?:đến |tới |về |đi |cùng )?(?:thăm|giám sát|kiểm tra|khảo sát|thị sát|chúc mừng|chúc tết|"
    "viếng|dâng hương)|(?:tiếp,? (?:và )?)?làm việc với|tiếp xã giao|hội đàm|hội kiến|"
    "có (?:buổi |chuyến |cuộc )(?:tiếp,? (?:và )?làm việc|làm việc|giám sát|thăm|kiểm tra|khảo sát|"
    "hội đàm|tiếp và)|đến chúc|ghé thăm|đi thực địa|trực tiếp (?:kiểm tra|chỉ đạo)"
)
_WHERE = r"(?:ở|trú|ngụ|quê|người|thôn|bản|ấp|xóm|khu|làng|lớp|học sinh|cử tri|đảng viên) "
ELECTED = re.compile(
    r"(?<![^\W_])(?:bầu(?! cử)|bổ nhiệm|điều động|chỉ định|hiệp thương|(?:được|bổ sung) cử|"
    r"luân chuyển|giữ chức|trúng cử|"
    r"đắc cử|phê chuẩn|suy cử|quyết định)(?![^\W_])"
)
VERBS_AFTER = (
    ("chủ trì", re.compile(rf"{by_letter(_CHAIR)}(?![^\W_])")),
    ("phát biểu", re.compile(rf"{by_letter(_SPEAK)}(?![^\W_])")),
    ("phát biểu", re.compile(rf"{_WHERE}[^.;:\n]{{0,60}}? {by_letter(_SPEAK)}(?![^\W_])")),
    ("chủ trì", re.compile(rf"[^,.;:\n]{{0,50}} {by_letter(_CHAIR)}(?![^\W_])")),
    (
        "phát biểu",
        re.compile(r"[^.;:“\"\n]{0,60}: ?[“\"]|: [^\W\d_]{1,7} [^\W\d_]{1,7} [^\n:;]{20}"),
    ),
    ("được bầu", re.compile(rf"{by_letter(_ELECT)}(?![^\W_])")),
    ("khen thưởng", re.compile(rf"{by_letter(_PRIZE)}(?![^\W_])")),
    ("tham dự", re.compile(rf"{by_letter(_ATTEND)}(?![^\W_])")),
)
# Behind the kind of a body or another remark of a word or two, the verb stands behind a comma.
REMARK = re.compile(r"^[ ]?,? ?(?!bà |ông |anh |chị |đồng chí |đ/c |và |cùng )[^,.;:\n“\"]{2,45}, ")
# Who is asked, met or visited does not do what the words behind him say.
ASKED = re.compile(
    rf"(?<![^\W_])(?:nhờ|ghé thăm|đến thăm|vợ chồng|phân công|đề nghị)"
    rf"(?: cho)? (?:{_WHO}[ .:]{{0,2}}){{0,4}}$"
)
# Who opens and leads a meeting does more than speak.
ALSO_CHAIRS = re.compile(
    r"[^.;:\n“\"]{0,40}?(?: và|,) (?:cùng |trực tiếp )?(?:chủ trì|điều hành|chủ tọa|điều khiển)"
    r"(?![^\W_])"
)
# "tiếp xã giao ngài A": the guest heads his side.
MET = re.compile(
    rf"(?<![^\W_])(?:tiếp xã giao|hội đàm với|hội kiến với|tiếp và làm việc với) "
    rf"(?:{_WHO}[ .:]{{0,2}}){{0,4}}$"
)
MEETING = ("xã giao", "hội đàm", "hội kiến", "làm việc với")
# The line of a programme: what is to be said, and by whom.
PROGRAMME = re.compile(
    r"(?:\n?[ ]{0,3}(?:\d{1,2}|[-+*•])[ .)/–-]{1,3})(?:báo cáo|phát biểu|tham luận|trình bày|"
    r"thông qua|khai mạc|bế mạc|công bố|tuyên bố|giới thiệu|kết luận|đọc)(?![^\W_])[^\n]{0,240}$"
)
OWNED = re.compile(rf"(?<![^\W_])của (?:{_WHO}[ .:]{{0,2}}){{0,4}}$")
# What candidates all do in the meeting with those who will vote.
CANDIDATES = re.compile(
    r"(?:ứng cử viên|người ứng cử)[^.;\n]{0,80}? (?:trình bày|báo cáo|thông qua|đọc|nêu)"
    r"[^.;\n]{0,40} chương trình hành động"
)
STANDING = re.compile(r"(?<![^\W_])(?:ứng cử viên|người ứng cử)(?![^\W_])")
# Behind these stands the one who is addressed, not the one who speaks.
ADDRESSED = re.compile(
    r"(?<![^\W_])(?:mong|mong muốn|đề nghị|yêu cầu|giao|biểu dương|chúc mừng|tin tưởng|ghi nhận)"
    r"(?![^\W_])"
)
# Who leaves is only mentioned, whatever is decided around him.
LEAVES = re.compile(
    r"[ ]{1,2}(?:được |xin |đã )?(?:nghỉ hưu|nghỉ việc|nghỉ chế độ|thôi (?:tham gia|giữ|làm|đảm)|"
    r"từ trần|qua đời)(?![^\W_])(?![^.;\n]{0,140} (?:để nhận|để giữ|nhận nhiệm vụ|giữ chức vụ mới))"
)
# "Đây là khẳng định của ông A".
WORD_OF = re.compile(
    rf"(?<![^\W_])(?:đây|đó|trên) (?:cũng )?là [^.;:\n]{{0,40}}?(?:khẳng định|phát biểu|chia sẻ|"
    rf"nhận định|ý kiến|lời|câu hỏi|thắc mắc|đề nghị|kiến nghị|thông tin|băn khoăn|mong muốn|"
    rf"yêu cầu|chỉ đạo|đánh giá|tâm sự|lưu ý|quan điểm)"
    rf"[^.;:\n]{{0,20}} của (?:{_WHO}[ .:]{{0,2}}){{0,4}}$"
)
VISIT = re.compile(rf"{by_letter(_VISIT)}(?![^\W_])")


# Verbs that a clause can hold far behind its subject, when no other person stands between.
_CLAUSE_VERBS = (
    ("chủ trì", rf"(?:{_CHAIR})"),
    (
        "phát biểu",
        "phát biểu|cho biết|cho hay|cho rằng|khẳng định|đề nghị|yêu cầu|nhấn mạnh|chia sẻ|"
        "kiến nghị|trả lời|trình bày|bày tỏ|thông tin|giải trình|cảm ơn|nêu rõ|góp ý|hứa|"
        "phản ánh|(?<!thuận )(?<!nhất )đề xuất|(?<!bản )(?<!có )(?<!của )báo cáo|tâm sự|giải đáp|"
        "(?<!ký )kết luận|lưu ý|thừa nhận|bức xúc|mong|(?<!thăm )(?<!câu )(?<!học )hỏi|nói",
    ),
    ("được bầu", _ELECT),
    ("khen thưởng", _PRIZE),
    ("tham dự", r"(?:đến |về |tới |cùng |mời )(?:dự|tham dự|tham gia)|tham dự|có mặt|cắt băng"),
)
CLAUSE_VERBS = {f"r{i}": role for i, (role, _) in enumerate(_CLAUSE_VERBS)}
CLAUSE = re.compile(
    "|".join(
        rf"(?<![^\W_])(?P<r{i}>{by_letter(verbs)})(?![^\W_])"
        for i, (_, verbs) in enumerate(_CLAUSE_VERBS)
    )
)
# Who is heard or awaited is another one's object.
CLAUSE_STOP = re.compile(
    r"(?<![^\W_])(?:nghe|chờ|khiến|để) |(?<!tt)(?<!tp)(?<!tx)[.!?…](?=\s)|[;:\n“\"]"
)
OBJECT = re.compile(
    r"(?<![^\W_])(?:của|với|cho|về|bên|gặp|thăm|tặng|mời|đề nghị|yêu cầu|nhà|hộ) "
    r"[^,.;:\n“”\"]{0,45}$"
)
ALSO_SPEAKS = re.compile(
    rf"[^.;:\n“\"]{{0,80}}?(?: và|,) (?!chúc|động viên|giới thiệu){by_letter(_SPEAK)}(?![^\W_])"
)


def _words(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){by_letter(alternatives)}(?![^\W_])")


WORDS_BEFORE = (
    (
        "chủ trì",
        _words(
            "chủ trì|chủ tọa|đồng chủ trì|điều hành|dẫn đầu|chủ tọa đoàn|dẫn dắt|sự chủ trì của|"
            "đoàn chủ tịch(?= gồm|:)"
        ),
    ),
    (
        "phát biểu",
        _words(
            "phát biểu|kết luận|trả lời|trình bày|báo cáo viên|giải trình|ý kiến của|truyền đạt|"
            "(?<!dự )(?<!lễ )(?<!phiên )(?<!buổi )(?:khai mạc|bế mạc|khai giảng|bế giảng)|"
            "tham luận|lời của|lên lớp|nghe"
        ),
    ),
    (
        "tham dự",
        _words(
            "dự|tham dự|(?<!bổ sung )tham gia|có mặt|đón tiếp|cùng đi|về dự|đến dự|chứng kiến|"
            "thành phần|cùng dự|gồm|gồm có|chung vui|sự hiện diện|về phía|phía|thành viên|còn có|"
            "tiếp đoàn|(?<!trong đó )(?<!tiêu biểu )(?<!số này )(?<!số đó )"
            rf"có(?= (?:{_ADDRESS}|sự tham dự))|"
            "đại biểu(?=:)|mời dự|"
            "kính (?:gửi|mời)|khách mời|thư ký(?= ?:| là )|đại diện(?=[^.,;:\\n]{0,40}:)|giám khảo|"
            "người ứng cử(?=:)|ký kết(?= [^.;\\n]{0,40} (?:là|có|gồm) )|"
            "trao giải(?= (?:[^.;\\n]{0,20} )?có )"
        ),
    ),
    (
        "được bầu",
        _words(
            "bầu(?! cử)|bổ nhiệm|điều động|chỉ định|hiệp thương cử|luân chuyển|giữ chức|trúng cử|"
            "phê chuẩn|suy cử|bầu bổ sung|cử bổ sung|đắc cử|cử(?= ban (?:thường|chấp))|"
            "danh sách ban (?:thường vụ|chấp hành|thường trực)"
        ),
    ),
    (
        "khen thưởng",
        _words(
            "tặng (?:giấy|bằng) khen|khen thưởng|biểu dương|tuyên dương|giấy khen|bằng khen|"
            "giải (?:nhất|nhì|ba|tư|khuyến khích|đặc biệt|phụ|a|b|c|vàng|bạc|cá nhân|đồng đội|nam|"
            "nữ)(?! có )|khuyến khích|vinh danh|tặng (?:cúp|danh hiệu|huy hiệu|cờ)|"
            "tôn vinh|huy hiệu \\d+ năm tuổi đảng|được khen|tri ân|cá nhân (?:tiêu biểu|xuất sắc)|"
            "trao giải(?! (?:[^.;\\n]{0,20} )?có )|giải thưởng|đoạt|kỷ niệm chương|"
            "(?:cầu thủ|thủ môn|vận động viên|vđv|tay đua|thí sinh|giọng ca|gương mặt|cá nhân)"
            "[^.;:\\n]{0,20} (?:nhất|xuất sắc)(?=:| là| thuộc)|vua phá lưới|"
            "giải [^.;\\n]{0,60}?(?:trao(?: cho)?|thuộc về|về tay)|(?:thí sinh|vđv) xuất sắc"
        ),
    ),
    (
        "nhắc đến",
        _words(
            "vắng(?: mặt)?(?= ?[:(])|vào nhà|đến nhà|thăm|(?<!buổi )(?<!lễ )tặng quà|"
            "(?<!buổi )(?<!lễ )trao|hỗ trợ|gia đình|hộ|"
            rf"nhà (?={_ADDRESS})|thay|đối với|miễn nhiệm|"
            "thôi|nghỉ hưu|cảm ơn|thay thế"
        ),
    ),
)
