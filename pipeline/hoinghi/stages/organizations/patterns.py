"""Word lists of the grammar of bodies, all folded (lower case, old tone style)."""

from __future__ import annotations

import re

# Type words that stand for the article's own unit when no name follows.
LEVEL_WORDS = {
    ("đặc", "khu"): "xã",
    ("thị", "trấn"): "xã",
    ("phường",): "xã",
    ("xã",): "xã",
    ("tt",): "xã",
    ("thành", "phố"): "thành phố",
    ("tp",): "thành phố",
    ("thị", "xã"): "huyện",
    ("tx",): "huyện",
    ("quận",): "huyện",
    ("huyện",): "huyện",
    ("tỉnh",): "tỉnh",
    ("khu", "dân", "cư"): "thôn",
    ("khu", "phố"): "thôn",
    ("khu", "vực"): "thôn",
    ("tổ", "dân", "phố"): "thôn",
    ("khối", "phố"): "thôn",
    ("thôn",): "thôn",
    ("ấp",): "thôn",
    ("bản",): "thôn",
    ("làng",): "thôn",
    ("buôn",): "thôn",
    ("xóm",): "thôn",
    ("khóm",): "thôn",
    ("khối",): "thôn",
}
# "UBND các xã", "HĐND hai cấp": unnamed groups are no bodies (guidelines, rulings 6 and 14).
PLURAL_AFTER = {"các", "hai", "ba", "2", "3", "những", "từng", "mỗi", "nhiều"}
GROUP_BEFORE = {"các", "những", "nhiều", "từng", "mỗi", "toàn", "hai", "ba", "bốn", "năm"}
ORDINAL_BEFORE = {"thứ", "mười", "ngày", "năm", "số", "/", "-", ".", "và", "khóa", "lần"}
PLURAL_UNITS = frozenset(
    "xã phường huyện quận tỉnh cấp địa cơ đơn thôn thành ban khu tổ ấp bản buôn làng xóm "
    "thị khối khóm sóc phum plei".split()
)
NAME_ENDS_BEFORE = frozenset("phó chủ bí giám trưởng ông bà ủy hiệu".split())
# Syllables of names that begin a rank or post only with the next one (``Đại tá``, ``Thượng tọa``).
RANKS_BEGIN = {
    "đại": frozenset("tá úy tướng đức diện biểu".split()),
    "thượng": frozenset("tá úy tướng sĩ tọa".split()),
    "nguyên": frozenset("phó chủ bí giám trưởng ủy hiệu cán".split()),
    "đồng": frozenset({"chí"}),
    "tổng": frozenset("giám bí biên thư".split()),
}
# Syllables that end or begin an ordinary word, by the syllable before them: no body begins there.
INSIDE_WORDS = {
    "hội": frozenset(
        "tổng ngày xã đại dạ lễ vũ cơ quốc giáo đảng nông tỉnh hiệp chi ban dân".split()
    ),
    "vụ": frozenset("nghiệp nhiệm thường phục dịch chức nội sự mùa ngoại công".split()),
    "trường": frozenset("hội thị môi quảng hiện nông chủ công tuyến lập phi thương trung".split()),
    "bộ": frozenset("cán đảng đội nội toàn tiến đồng trung hạ đi đường cục hộ chi".split()),
    "ban": frozenset("ủy tiểu".split()),
    "viện": frozenset("bệnh học thư thiền nhạc nghị".split()),
    "báo": frozenset("thông cảnh dự nhà hồ đồng tình tin quảng".split()),
    "cục": frozenset("tổng chi bố kết đại".split()),
    "sở": frozenset("cơ trụ công trú".split()),
    "phòng": frozenset("văn quốc biên đề dự chủ khai giải hải".split()),
    "đoàn": frozenset("chi liên công tập phái hội tỉnh huyện thành quận thị sư trung".split()),
    "quỹ": frozenset("ngân thủ".split()),
    "đình": frozenset("gia".split()),
}
# These are counted ("có 41 CĐCS") as cells are.
COUNTED = {"Công đoàn cơ sở", "Ban Đại diện Phật giáo", "Ban Trị sự", "Ban Quản trị"}
# "công tác Mặt trận", "cán bộ Mặt trận" speak of the idea, not of a body.
IDEA_BEFORE = {"tác", "bộ", "giám", "thống", "ngành"}
PROVINCE_RANKS = ("tỉnh ủy viên", "tuv")
DISTRICT_RANKS = ("huyện ủy viên", "huv", "quận ủy viên", "quv", "thị ủy viên")
SEPARATORS = {",", "-", "/", "và", "&", ";", "cùng", "với"}
TIGHT_SEPARATORS = {",", "-", "/", "và", "&"}
# A committee named right after these belongs to the title (ruling 2).
MEMBER_WORDS = {"viên", "uv", "uvv", "khuyết"}
ORGAN_WORDS = frozenset("ban bch btv btt đoàn thường".split())
MEMBER_ORGANS = {
    "Ban Thường vụ",
    "Ban Chấp hành",
    "Ban Thường trực",
    "Đoàn Chủ tịch",
    "Thường trực",
    "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam",
}
# What a list leaves out after the first of its kind: "Hội LHPN, Nông dân, CCB".
SHARED_HEADS = {
    "Hội": {
        "nông dân": "Hội Nông dân", "nd": "Hội Nông dân",
        "phụ nữ": "Hội Liên hiệp Phụ nữ", "lhpn": "Hội Liên hiệp Phụ nữ",
        "cựu chiến binh": "Hội Cựu chiến binh", "ccb": "Hội Cựu chiến binh",
        "chữ thập đỏ": "Hội Chữ thập đỏ", "ctđ": "Hội Chữ thập đỏ",
        "người cao tuổi": "Hội Người cao tuổi", "nct": "Hội Người cao tuổi",
        "khuyến học": "Hội Khuyến học",
    },
    "Ban": {
        "tổ chức": "Ban Tổ chức", "tuyên giáo": "Ban Tuyên giáo", "dân vận": "Ban Dân vận",
        "nội chính": "Ban Nội chính",
    },
}  # fmt: skip
# Said bare after a post, these mean the body of their kind that was named last.
ANAPHORS = frozenset(
    {("hội",), ("sở",), ("đồn",), ("trung", "tâm"), ("công", "ty"), ("bệnh", "viện"), ("trường",)}
    | {("bộ",), ("ban", "chỉ", "đạo"), ("bcđ",), ("htx",), ("hợp", "tác", "xã"), ("chi", "cục")}
    | {("tổ", "đại", "biểu")}
)
# What shows that a bare head is one body spoken of before: it does something, it is addressed.
ANAPHORS_ACT = frozenset(
    "đã sẽ đang cũng phải nêu có bám sớm cần luôn thường chưa tổ vận quán tuyên hỗ tham triển phối "
    "xây giúp đẩy thực tiếp tặng trao duy đề xóa thăm ủng ký mở lập huy khởi chủ tập nâng tăng "
    "hướng chăm tín không còn vừa từng nên tích thu xuất bàn cam".split()
)
SPOKEN_OF = frozenset("của cho do nghị cầu với giao tới đến nhận mong mặt diện ý".split())
# Unless a word follows that is none of these: then it is part of a longer name or word.
AFTER_ANAPHORS = ANAPHORS_ACT | frozenset(
    "và cùng với đã sẽ đang cũng là phát trình báo nêu cho thông chủ trao khai bế kết về từ khi "
    "này nhận tặng dự họp làm được do để tại ở nay".split()
)
# Heads that are ordinary words as well: with a small letter or a place alone they name no body.
PLAIN_WORDS = frozenset(
    {"Vụ", "Cục", "Tổng cục", "Trung tâm", "Viện", "Hội", "Hiệp hội", "Hội đồng", "Câu lạc bộ"}
    | {"Tập đoàn", "Dòng", "Thư viện", "Bảo tàng"}
)
# "HTX chè La Bằng", "CLB dưỡng sinh thôn 3": the trade in plain words leads to the place.
NAMED_BY_TRADE = {"Hợp tác xã", "Tổ hợp tác", "Câu lạc bộ", "Chi hội"}
# "Tổng cục du lịch", "Công ty du lịch Sông Trà": a field of work in plain words.
NAMED_BY_FIELD = {"Tổng cục", "Cục", "Chi cục", "Công ty"}
# "Ban quản lý rừng phòng hộ Sông Tranh": plain words lead to a proper name or a place.
NAMED_BY_CHARGE = {"Ban Quản lý", "Ban Quản lý dự án", "Công ty Cổ phần", "Công ty TNHH"}
TITLE_ENDS = frozenset("trưởng tịch thư đốc nhiệm phó viên ký ủy tập".split())
OF_POST = TITLE_ENDS | {"đạo", "diện", "hợp", "có", "gồm"}
TITLE_WORDS_BEFORE_STANDING = frozenset(
    "thư tịch trưởng nhiệm đốc viên phó ban bt pbt ct pct ký".split()
)
# What the names of cooperatives begin with in plain words: what they grow, catch and make.
TRADES = frozenset(
    "chè rau củ lúa gạo nếp tôm cá cua ếch bưởi cam quýt nấm mật ong gốm dệt thổ mây tre mộc nông "
    "lâm thủy hải dịch vận chăn trồng nuôi hoa cây dược muối mía bò trâu lợn heo gà vịt dê yến vải "
    "nhãn xoài sầu thanh chuối dừa hồ điều cao cà miến bún bánh nước đường tằm dâu sen măng quế "
    "tiêu nho táo mận đào na ổi dưa khoai sắn ngô lạc đậu hành tỏi ớt nghệ gừng chế sản".split()
)
# Words that never belong to the proper name of a body: verbs and function words that follow it.
STOP_WORDS = frozenset(
    "đã sẽ đang là có được bị do tại ở với về cùng cho từ đến trong trên dưới khi nếu thì mà này "
    "đó nêu nhằm theo tổ phối trao tặng hỗ ủng phát báo tham dự chủ triển khai thực hiện ra của "
    "để như cũng còn vừa nhân nhận đề yêu ghi cần phải luôn tiếp sau trước các những một hai ba "
    "đồng ông bà anh chị gồm cử đi làm lên xuống vào gửi tới xin mong khẳng kêu mời cung đón thăm "
    "chúc mừng đọc tiến ký kết lãnh sáng chiều tối ngày năm tháng lần khóa nhiệm rất nay "
    "kiêm mở mua đưa nói kể nhưng chưa hay hoặc thuộc không chẳng đều vẫn nên bèn liền".split()
)
# "Báo A thông tin thêm ..." tells; "Cục Công nghệ thông tin" is a name.
TELLS = frozenset("thêm về rằng cho trên đến tới".split())
# Degrees: a person follows.
DEGREES = frozenset("pgs gs ts ths".split())
# Words that a name may hold in the midst of plain ones though they stop others.
CHARGE_WORDS = frozenset("các phát triển tổ".split())
# Fields of work that are people: behind "và" they are others than the body ("... và gia đình").
PEOPLE = frozenset("gia người phụ thanh thiếu cán nhân giáo đại luật sinh trẻ viên công".split())
# Fields of work that are verbs as well: after a name they tell what the body does.
FIELD_VERBS = frozenset("đào xây vận vệ".split())
# Bodies whose names also stand inside those of others (``Trung tâm Văn hóa và Thư viện``).
INNER_HEADS = frozenset({"Thư viện", "Bảo tàng", "Báo chí"})
# What committees are for, by the first word; a pair where the first word alone says little.
TASKS_BEGIN = frozenset(
    "phòng chống xây thực vận công bầu cải chuyển chương cuộc đề dự quốc liên nông giảm xóa thi an "
    "diễn tổng sắp quy hiến đại hè kỷ tháng tiêm sáp đổi nghĩa tuyển ứng toàn bảo giải dân cai phổ "
    "ứng quân giáo y văn du khoa kinh trung tây tái cơ hội đảng lễ tết tuần năm ngày hỗ di phân "
    "chăm xúc khu khắc cứu tìm đền trật phong huy đầu đoàn đào nâng lâm cao đối".split()
)
TASK_PAIRS = frozenset(
    {("bầu", "cử"), ("phát", "triển"), ("phát", "sinh"), ("tổng", "kết"), ("vì", "người")}
    | {("các", "chương"), ("các", "cuộc"), ("sáng", "kiến"), ("đại", "hội"), ("đồng", "bào")}
    | {("nhân", "dân"), ("nhân", "lực"), ("nhân", "đạo"), ("đồng", "bộ"), ("chương", "trình")}
    | {("công", "trình"), ("tiến", "độ"), ("diễn", "tập"), ("khu", "vực"), ("trong", "sạch")}
    | {("trên", "địa"), ("chủ", "nghĩa"), ("chủ", "quyền"), ("một", "cửa"), ("đấu", "tranh")}
    | {("cho", "người"), ("có", "công"), ("đi", "lại"), ("với", "cách"), ("ở", "cơ")}
    | {("từ", "thiện"), ("tình", "nguyện"), ("tham", "nhũng"), ("nhiệm", "vụ"), ("ba", "đề")}
    | {("hệ", "thống"), ("các", "tổ")}
    | {("về", word) for word in ("phòng", "xây", "công", "cải", "thực", "chuyển", "giảm", "đấu")}
)
# These begin a task; behind one they tell what the committee does.
TASK_PAIRS_FIRST = TASK_PAIRS | {
    ("thực", "hiện"), ("phát", "động"), ("phối", "hợp"), ("triển", "khai"), ("ủng", "hộ"),
    ("tổ", "chức"), ("hỗ", "trợ"), ("ra", "quân"), ("tiếp", "nhận"),
}  # fmt: skip
# What a committee does, where its task has ended.
TASK_STOPS = frozenset(
    "đánh nghe họp kiểm giao ban gắn thống nhất báo chuẩn bàn rà trình biểu nhấn sơ khảo hướng "
    "đều lập tiếp tuyên kịp tập đôn thường bám thời quán kính trân thông chia tự bổ thành nắm lên "
    "chấp tốt nghiêm".split()
)
ACTING_VERBS = {
    ("cho", "phép"),
    ("rút", "ngắn"),
    ("đồng", "ý"),
    ("chỉ", "đạo"),
    ("công", "bố"),
    ("ban", "hành"),
    ("thông", "qua"),
    ("quy", "định"),
    ("phê", "duyệt"),
    ("giao",),
    ("yêu", "cầu"),
    ("quyết", "định"),
    ("tổ", "chức"),
    ("họp",),
    ("bầu",),
    ("xem", "xét"),
    ("đã",),
    ("từng",),
    ("vừa",),
    ("sẽ",),
    ("trình",),
}
STATE_ACTS = ACTING_VERBS | {
    ("phê", "chuẩn"), ("biểu", "quyết"), ("thảo", "luận"), ("chất", "vấn"), ("xây", "dựng"),
    ("giải", "quyết"), ("có", "nghị"), ("có", "văn"), ("có", "quyết"), ("có", "chủ"),
    ("đề", "nghị"),
    ("thống", "nhất"), ("báo", "cáo"), ("nghe",), ("đang",), ("phải",), ("cần",), ("cũng",),
    ("đặt",),
    ("khai",), ("bế",), ("luôn",), ("chính", "thức"), ("tiếp", "tục"), ("làm", "việc"), ("ra",),
    ("kiến", "nghị"), ("đánh", "giá"), ("tiến", "hành"), ("dành",), ("cấp",), ("phân",), ("phát",),
}  # fmt: skip
FRONT_ACTS = ACTING_VERBS | {
    ("giám", "sát"), ("vận", "động"), ("phối", "hợp"), ("cứu", "trợ"), ("tiếp", "nhận"), ("phải",),
    ("cần",), ("cũng",), ("đang",), ("không",), ("động", "viên"), ("phản", "biện"), ("tham", "gia"),
    ("đề", "nghị"), ("kiến", "nghị"), ("chúc",), ("thăm",), ("trao",), ("tặng",), ("hỗ", "trợ"),
    ("chủ", "trì"), ("bám", "sát"), ("bảo",), ("luôn",), ("tiếp", "tục"), ("triển", "khai"),
    ("thực", "hiện"), ("làm", "việc"), ("ký",),
}  # fmt: skip
# After these the state's highest bodies are one's own: their chairman, decree, deputy.
OF_STATE = frozenset("của do biểu tướng tịch nhiệm ký được mưu".split())
# Elections of deputies are spoken of with these.
ELECTED = frozenset({"bầu", "ứng"})
# Bodies that one office serves.
TWINS = {
    ("Hội đồng nhân dân", "Ủy ban nhân dân"),
    ("Ủy ban nhân dân", "Hội đồng nhân dân"),
    ("Đoàn đại biểu Quốc hội", "Hội đồng nhân dân"),
}
# A name that a dash or "và" joins to the one before is another body's where it begins so.
NEW_HEADS = frozenset("ubnd hđnd mttq ubmttq ubmttqvn đảng hội trường bql".split())
# "VH&TT" is Văn hóa và Thể thao of a department (sở), but of an office (phòng) this:
OFFICES = {"Văn hóa và Thể thao": "Văn hóa và Thông tin"}
# "đề nghị Mặt trận giám sát": who is asked, joined or addressed is a body.
ASKED_BEFORE = frozenset("nghị cầu do để với cho cùng".split())
# Places of worship: a common word inside the name of their boards.
WORSHIP = {"Chùa", "Tịnh xá", "Thiền viện", "Thánh đường", "Thánh thất", "Nhà thờ", "Tu viện"}
# "BCH PCTT và TKCN" is a command (Ban Chỉ huy), not a committee.
COMMANDS = {"pctt", "pclb", "phòng", "pctt&tkcn", "thống"}
PARTY_ORGANS = {"Ủy ban Kiểm tra", "Ban Tuyên giáo", "Ban Dân vận", "Ban Nội chính"}
# "Phòng Cảnh sát hình sự (PC02) Công an tỉnh": the office is part of what follows.
WITH_OFFICES = {"Công", "Sở", "Cục"}
# Offices of the police by their work; others of the same state are civil.
POLICE_WORK = (
    "Cảnh sát", "An ninh", "Xây dựng phong trào bảo vệ an ninh", "Kỹ thuật hình sự",
    "Quản lý xuất nhập cảnh", "Kỹ thuật nghiệp vụ",
)  # fmt: skip
# Offices of districts and, since 2025, of communes; one of other work is a larger body's own.
UNIT_OFFICES = {
    "Nội vụ", "Tư pháp", "Tài chính", "Tài chính - Kế hoạch", "Tài nguyên và Môi trường", "Y tế",
    "Lao động - Thương binh và Xã hội", "Giáo dục và Đào tạo", "Văn hóa và Thông tin", "Kinh tế",
    "Văn hóa - Xã hội", "Kinh tế và Hạ tầng", "Kinh tế, Hạ tầng và Đô thị", "Quản lý đô thị",
    "Nông nghiệp và Phát triển nông thôn", "Nông nghiệp và Môi trường", "Nông nghiệp", "Dân tộc",
    "Công Thương", "Văn hóa, Khoa học và Thông tin", "Văn hóa và Thể thao", "Thống kê", "Giáo dục",
    "Dân tộc và Tôn giáo", "Văn hóa, Thể thao và Du lịch", "Giao dịch", "Văn hóa", "Tôn giáo",
    "Nội vụ - Lao động, Thương binh và Xã hội", "Tài nguyên", "Thanh tra", "Xây dựng", "Ngoại vụ",
}  # fmt: skip
# Centres that the law gives every province, one each.
OF_PROVINCES = {
    f"Trung tâm {work}"
    for work in (
        "Trợ giúp pháp lý nhà nước", "Trợ giúp pháp lý", "Dịch vụ đấu giá tài sản", "Pháp y",
        "Ứng dụng tiến bộ khoa học và công nghệ", "Ứng dụng tiến bộ Khoa học và Công nghệ",
        "Giám định y khoa", "Lưu trữ lịch sử", "Công nghệ thông tin và Truyền thông",
        "Nước sạch và Vệ sinh môi trường nông thôn", "Bảo trợ xã hội",
    )
}  # fmt: skip
# Universities of several colleges; what else is written ``Đại học`` is one college.
UNIVERSITIES = (
    "Quốc gia", "Huế", "Đà Nẵng", "Thái Nguyên", "Bách khoa Hà Nội", "Kinh tế Quốc dân",
    "Kinh tế Thành phố Hồ Chí Minh", "Duy Tân", "Phenikaa", "Nam Cần Thơ",
)  # fmt: skip
# Those that the army and the Party have as well, so that only a whole behind them tells.
STAFF_WORK = ("Tham mưu", "Tổ chức cán bộ", "Hậu cần", "Hồ sơ", "Chính trị", "Công tác Đảng")
# Names of units that end a name when written so in capitals ("Phòng Giáo dục Quận").
UNIT_ENDS = frozenset("quận huyện tỉnh thành thị".split())
# Words that begin the next sentence where a stop is missing: no name goes on with them.
SENTENCE_BEGINS = frozenset("để với tại theo trong khi cùng cũng".split())
# The faith of boards that others might have as well.
WHOLES = {
    "Ban Trị sự": "Giáo hội Phật giáo Việt Nam",
    "Hội đồng Sư cả": "Hồi giáo Bàni",
    "Hội đồng Chức sắc": "Chăm Bà-la-môn",
}
# Bodies that parts of them stand before after a comma: one name ("Phòng PC06, Công an tỉnh").
WITH_PARTS = {"Công an", "Ban Tuyên giáo", "Ban Dân vận", "Ban Tổ chức", "Ban Nội chính"}
# Committees named after the kind of their unit.
SEATS_OF = {
    "Tỉnh ủy": "tỉnh", "Tỉnh đoàn": "tỉnh", "Huyện ủy": "huyện", "Huyện đoàn": "huyện",
    "Quận ủy": "quận", "Quận đoàn": "quận", "Thị ủy": "thị xã", "Thị đoàn": "thị xã",
}  # fmt: skip
# Numbers of regions: "Kho bạc Nhà nước khu vực IX".
ROMAN = re.compile(r"[IVX]{1,5}")
FUND_NAMES = (
    "vì người nghèo",
    "khuyến học",
    "khuyến học khuyến tài",
    "khuyến học - khuyến tài",
    "đền ơn đáp nghĩa",
    "bảo trợ trẻ em",
    "vì trường sa thân yêu",
    "vì biển đảo việt nam",
    "phòng chống thiên tai",
    "phòng, chống thiên tai",
    "cứu trợ",
    "an sinh xã hội",
    "hỗ trợ nông dân",
    "tín dụng nhân dân",
    "mái ấm công đoàn",
    "mái ấm tình thương",
    "bảo hiểm xã hội",
    "quốc phòng an ninh",
)
QUOTES = {"“": "”", '"': '"', "'": "'", "‘": "’", "«": "»", "”": "”"}
