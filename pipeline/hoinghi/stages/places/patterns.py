"""Word lists of the place stage; all keys are in the form of ``hoinghi.resources.units.name_key``.

They come from general knowledge of Vietnamese administration and toponymy, none from articles.
"""

from __future__ import annotations

from dataclasses import dataclass


def keys(text: str) -> frozenset[str]:
    """Return the entries of a list that is written with commas."""
    return frozenset(" ".join(entry.split()) for entry in text.split(","))


@dataclass(frozen=True, slots=True)
class Kind:
    """A type word: canonical form, level (1-3 unit, 4 village, 0 other) and what may follow.

    ``short`` marks an abbreviation, which wants a known name. ``named`` tells whether a name may
    follow, ``numbered`` whether a number may.
    """

    name: str
    level: int
    short: bool = False
    named: bool = True
    numbered: bool = True


# Last syllables of bodies: behind them "P9" is a ward, elsewhere it may be a room or a model.
BEFORE_GLUED = frozenset(
    "ubnd hđnd ủy mttq ubmttq ubmttqvn mttqvn trận đoàn lhpn nữ dân binh ctđ an đội tổng quân"
    " ub hnd ccb hội".split()
)
UNIT_KINDS = {
    "tỉnh": Kind("Tỉnh", 1, numbered=False),
    "thành phố": Kind("Thành phố", 2, numbered=False),
    "tp": Kind("Thành phố", 2, short=True, numbered=False),
    "t p": Kind("Thành phố", 2, short=True, numbered=False),
    "huyện": Kind("Huyện", 2, numbered=False),
    "h": Kind("Huyện", 2, short=True, numbered=False),
    "quận": Kind("Quận", 2),
    "q": Kind("Quận", 2, short=True),
    "thị xã": Kind("Thị xã", 2, numbered=False),
    "tx": Kind("Thị xã", 2, short=True, numbered=False),
    "t x": Kind("Thị xã", 2, short=True, numbered=False),
    "thị trấn": Kind("Thị trấn", 3, numbered=False),
    "tt": Kind("Thị trấn", 3, short=True, numbered=False),
    "t t": Kind("Thị trấn", 3, short=True, numbered=False),
    "phường": Kind("Phường", 3),
    "p": Kind("Phường", 3, short=True),
    "xã": Kind("Xã", 3, numbered=False),
    "x": Kind("Xã", 3, short=True, numbered=False),
    "đặc khu": Kind("Đặc khu", 3, numbered=False),
}

VILLAGE_KINDS = {
    "thôn": Kind("Thôn", 4),
    "bản": Kind("Bản", 4),
    "làng": Kind("Làng", 4),
    "ấp": Kind("Ấp", 4),
    "buôn": Kind("Buôn", 4),
    "bon": Kind("Bon", 4),
    "plei": Kind("Plei", 4),
    "khóm": Kind("Khóm", 4),
    "khu phố": Kind("Khu phố", 4),
    "kp": Kind("Khu phố", 4, short=True),
    "tổ dân phố": Kind("Tổ dân phố", 4),
    "tdp": Kind("Tổ dân phố", 4, short=True),
    "khối phố": Kind("Khối phố", 4),
    "khối": Kind("Khối", 4),
    "sóc": Kind("Sóc", 4),
    "phum": Kind("Phum", 4),
    "nóc": Kind("Nóc", 4),
    "tổ nhân dân": Kind("Tổ nhân dân", 4),
    "cụm dân cư": Kind("Cụm dân cư", 4),
    "khu dân cư": Kind("Khu dân cư", 4),
    "kdc": Kind("Khu dân cư", 4, short=True),
    "xóm": Kind("Xóm", 4),
    "tiểu khu": Kind("Tiểu khu", 4),
    "khu vực": Kind("Khu vực", 4),
    "kv": Kind("Khu vực", 4, short=True),
    "khu": Kind("Khu", 4),
    "tổ": Kind("Tổ", 4, named=False),
    "đội": Kind("Đội", 4, named=False),
    "hẻm": Kind("Hẻm", 4, named=False),
}

# Landmarks: the head as it is written in full, and whether a capital head counts too (``Hồ``,
# ``Đình`` and ``Cầu`` begin names of people, communes and bodies).
OTHER_HEADS = {
    "đường": "Đường", "quốc lộ": "Quốc lộ", "ql": "Quốc lộ", "tỉnh lộ": "Tỉnh lộ",
    "hương lộ": "Hương lộ", "đại lộ": "Đại lộ", "đường tỉnh": "Đường tỉnh",
    "đường huyện": "Đường huyện", "cao tốc": "Cao tốc", "phố": "Phố", "tuyến": "Tuyến",
    "đt": "Đường tỉnh", "sông": "Sông", "suối": "Suối", "kênh": "Kênh", "rạch": "Rạch",
    "hồ": "Hồ", "đầm": "Đầm", "phá": "Phá", "vịnh": "Vịnh", "biển": "Biển",
    "bãi biển": "Bãi biển", "đảo": "Đảo", "bán đảo": "Bán đảo", "quần đảo": "Quần đảo",
    "cù lao": "Cù lao",
    "cồn": "Cồn", "núi": "Núi", "đồi": "Đồi", "đèo": "Đèo", "hang": "Hang", "thác": "Thác",
    "cầu": "Cầu", "chợ": "Chợ", "đình": "Đình", "đền": "Đền", "cảng": "Cảng",
    "cảng cá": "Cảng cá", "sân bay": "Sân bay", "bến cảng": "Bến cảng", "bến phà": "Bến phà",
    "cửa khẩu": "Cửa khẩu", "cửa khẩu quốc tế": "Cửa khẩu quốc tế",
    "cửa khẩu chính": "Cửa khẩu chính", "cửa khẩu phụ": "Cửa khẩu phụ",
    "khu công nghiệp": "Khu công nghiệp", "kcn": "Khu công nghiệp",
    "cụm công nghiệp": "Cụm công nghiệp", "ccn": "Cụm công nghiệp",
    "khu kinh tế": "Khu kinh tế", "kkt": "Khu kinh tế", "khu du lịch": "Khu du lịch",
    "khu bảo tồn thiên nhiên": "Khu bảo tồn thiên nhiên", "vườn quốc gia": "Vườn quốc gia",
    "khu di tích": "Khu di tích", "khu đô thị": "Khu đô thị", "thủy điện": "Thủy điện",
    "khu tái định cư": "Khu tái định cư", "đường vành đai": "Đường Vành đai", "cống": "Cống",
    "trạm bơm": "Trạm bơm", "lối mở": "Lối mở", "ngã ba": "Ngã ba", "ngã tư": "Ngã tư",
    "cánh đồng": "Cánh đồng", "kiệt": "Kiệt", "công viên": "Công viên", "đền thờ": "Đền thờ",
}  # fmt: skip
LOWER_HEADS = keys(
    "hồ, đình, đền, cầu, chợ, phố, kênh, cồn, hang, thác, phá, tuyến, biển, đảo, núi, đồi, cảng,"
    "đầm, sông, đèo, rạch, thủy điện, cống, kiệt, trạm bơm, cánh đồng, công viên"
)
NUMBERED_HEADS = keys(
    "quốc lộ, ql, tỉnh lộ, hương lộ, đường tỉnh, đường huyện, đt, đường, đường vành đai, kiệt"
)
CODE_HEADS = keys("tuyến")
DIGIT_HEADS = keys("ql, đt")
SHORT_HEADS = keys("ql, đt, kcn, ccn, kkt")
# Road numbers in one word: ``ĐT609``, ``QL1A``.
ROAD_CODES = {"đt": "Đường ĐT", "ql": "Quốc lộ ", "tl": "Tỉnh lộ ", "đh": "Đường ĐH"}

# Hamlets in one word: ``KP1``, ``TDP5``.
HAMLET_CODES = {"kp": "Khu phố", "tdp": "Tổ dân phố", "kv": "Khu vực"}

# A type word after one of these syllables is part of another word.
NOT_AFTER = {
    "xã": keys("tác, tấn, thị, công, xã, liên"),
    "thôn": keys("nông, hương"),
    "bản": keys(
        "văn, biên, cơ, căn, tư, kịch, phiên, ấn, nhật, xuất, bài, tài, bổn, kế, dị, toàn, "
        "ban, bảo, dự, cả, lên"
    ),
    "khu": keys("quân, phân, chiến, đặc, liên, tiểu, cấp"),
    "tổ": keys("đảng, tiên, cải, thủy, sáng, giỗ"),
    "nóc": keys("nhà, mái"),
    "đội": keys("quân, bộ, xã, huyện, tiểu, trung, đại, liên, biệt, thủ, hải, phi, hạm, chi, phân"),
    "làng": keys("dân, trẻ, già"),
    "thác": keys("khai, ủy, ký, gửi, phó, tín, giao"),
    "phá": keys(
        "khám, đột, tàn, bứt, công, quậy, chống, triệt, đánh, đập, đả, bức, bắn, cướp, truy"
    ),
    "cồn": keys("ngọn"),
    "cống": keys("cửa, thoát, triều, tiến, hương"),
    "huyện": keys("liên"),
    "tỉnh": keys("liên, ngoại, nội"),
    "khối": keys("mét, đảng, sinh, lớp, trường, toàn, hs, em"),
    "phố": keys("thành, khu, khối, dân"),
    "đường": keys("thủy, mía, đái, tiểu, chủ, thánh, lên, đèn, lề, máy, cầu, từ, thiên, lễ"),
    "cầu": keys(
        "yêu, nhu, toàn, điểm, đầu, thỉnh, địa, bóng, cung, hoàn, nguyện, khẩn, truy, bán, quả, sân"
    ),
    "hồ": keys("cơ, bác, đồng, giang, mơ, tây"),
    "chợ": keys("hội, phiên"),
    "đình": keys("gia, triều, tổ, cung, pháp, công"),
    "đền": keys("bắt, báo, phạt, bồi"),
    "đồi": keys("tranh"),
    "tuyến": keys("trực, tiền"),
    "đảo": keys("hải, biển, bán, chủ, quần, huyện, xã, ngoài, đả, áp, khuynh, điên, lật"),
    "núi": keys("miền"),
    "biển": keys("vùng, ven, đê, cửa, bờ, bãi, tuyến, kè, lược, luật, sát, sinh, nước"),
    "đèo": frozenset(),
    "cảng": keys("hải, bến, cầu, phi, thương, quân"),
    "đầm": keys("ôn"),
    "kênh": frozenset(),
}

# Offices of the state that have a numbered ``khu vực``: ``Tòa án nhân dân khu vực 2``.
AREA_OFFICES = keys("thủ, quan, thuế, bạc, án, sát, toán, trị, cục, nhánh, sự, trạm, hội, viện")

PLURAL = keys("các, những, hai, ba, bốn, năm, sáu, bảy, tám, chín, mười, nhiều, cả")

# First syllables that never begin the name of a village or an unlisted unit.
NOT_NAMES = keys(
    "ủy, đoàn, đội, hội, ban, ủy ban, ubnd, hđnd, ubmt, mttq, ubmttq, ubmttqvn, đảng, mặt, "
    "trường, công, phòng, sở, văn, nông, trung, chủ, bí, phó, ông, bà, đồng, đ, tổ, các, "
    "chi, bộ, quỹ, ngày, sáng, chiều, tối, năm, tháng, nhiệm, khóa, lần, và, về, trong, tại, "
    "từ, để, khi, với, theo, đây, qua, tham, dự, đến, phát, sau, trước, nhân, thực, nghị, chỉ, "
    "quyết, kế, luật, quy, báo, bảng, giấy, cam, ảnh, tin, bài, xã, huyện, tỉnh, thôn, ấp, "
    "văn hóa, nhà, việt, lhpn, ccb, bch, btv, btt, cán, cơ, anh, chị, mẹ, thay, phía, hiện, "
    "ngoài, bên, riêng, được, do, đã, mỗi, mọi, một, hai, ba, đặc, kinh"
)
# After a dash these begin something else than a part of the name.
GOES_ON = PLURAL | keys("là, của, có, đã, từ, nơi, một, và, các, những, địa, điểm, được")
# A surname's owner leads the body before it: ``Chủ tịch UBND xã Sô Minh Đãi``.
CHIEFS = keys("chủ tịch, bí thư, pct, trưởng, phó")
# Bodies whose first syllable begins names of places too (``Chi Ma``, ``Chi Lăng``).
BODY_PAIRS = keys("chi bộ, chi hội, chi đoàn, chi cục, chi nhánh, chi đảng, chi ủy, chi đội")
# Two syllables that no landmark's name begins with.
COMMON_PAIRS = keys(
    "chính phủ, nhân dân, quốc hội, nhà nước, trung ương, quốc gia, chính thức, quốc tế, "
    "liên quan, văn hóa"
)
# A person's name follows these where they stand before a hamlet's type word.
LEADERS = keys("trưởng, phó, già")
# A village's name may begin with some of them where more of it follows (``Đồng Chùa``).
NAME_STARTS = keys(
    "đồng, trung, tân, văn, công, hội, đội, ba, hai, năm, một, bộ, đông, tây, trường, anh, "
    "mỗi, phó, kinh, bảng, việt, cơ, đặc, thôn, bà, ông, nông, nhân, đảng, phòng, mặt, ban, "
    "huyện, quy, nhà, đoàn, từ, luật, chi"
)

SURNAMES = keys(
    "nguyễn, trần, lê, phạm, hoàng, huỳnh, phan, vũ, võ, đặng, bùi, đỗ, hồ, ngô, dương, lý, đinh, "
    "đoàn, lương, trịnh, mai, đào, lâm, phùng, hà, trương, tô, tạ, chu, châu, thái, cao, quách, "
    "vi, lò, lường, quàng, cầm, tòng, vàng, giàng, sùng, thào, mùa, vừ, lầu, ma, nông, triệu, "
    "bàn, đàm, bế, hứa, lục, kiều, thạch, sơn, danh, kim, lưu, nghiêm, doãn, tống, thân, khổng, "
    "mạc, tôn, kiên, tằng, lô, ung, sầm, cụt, kha, lang, hầu, ninh, quan, tăng, diệp, chử, cù, "
    "giáp, khuất, lại, lã, mẫn, nhữ, ông, phí, phó, quản, thiều, tiêu, trà, uông, vương, viên, "
    "xa, hờ, cứ, chảo, tẩn, lồ, seo, điểu, thị, y, rơ, siu, "
    "kpă, nay, ksor, rah, h, a, hoàn, đồng, mã, ân, bạch, cái, đậu, hạ, văn, nhâm, la, từ"
)
HONORIFICS = keys(
    "ông, bà, anh, chị, cụ, cô, chú, bác, mẹ, thầy, em, cháu, chí, c, nhà báo, bs, ts, ths, gs, "
    "pgs, tá, úy, tướng, sư, hòa thượng, tọa, linh mục, giám mục, liệt sỹ, sỹ, luật sư, họ tên, "
    "tên, nsnd, nsưt, tổng thống"
)

# The level that a body's word gives to a bare name after it (``Huyện ủy Đại Từ``).
BODY_LEVELS = {
    "tỉnh ủy": (1,), "tỉnh đoàn": (1,), "huyện ủy": (2,), "huyện đoàn": (2,), "quận ủy": (2,),
    "quận đoàn": (2,), "thị ủy": (2,), "thị đoàn": (2,), "thành ủy": (2, 1),
    "thành đoàn": (2, 1), "huyện đảo": (2,), "xã đảo": (3,),
}  # fmt: skip

# What shows that a name is one of the past: after it, or in the words before it.
PAST_AFTER = keys("cũ, trước đây")
PAST_BEFORE = keys(
    "sáp nhập, hợp nhất, trên cơ sở, tiền thân, thời điểm đó, trước khi sắp xếp, phường cũ, xã cũ, "
    "hình thành từ, trước đây là, vốn là, nhập từ"
)
# Type words that no unit has had since the reform.
PAST_KINDS = frozenset({"Thị trấn", "Huyện", "Quận", "Thị xã"})

# The type word that a body's word gives to the name after it.
BODY_KINDS = {
    "huyện": "Huyện",
    "quận": "Quận",
    "thị": "Thị xã",
    "thành": "Thành phố",
    "tỉnh": "Tỉnh",
}
# Fields of schools that read like a person's names.
FACULTIES = keys("nông lâm, nông lâm nghiệp, y dược, y, thủy lợi")
# Words that a place follows, and no person.
PLACERS = keys("ở, tại, về, ra, vào, lên, xuống, đến, tới, sang, tận, từ, giáp, đày, quê")
# Squares, halls, houses and events that bear a place's name: no place.
BORROWERS = keys(
    "quảng trường, hội trường, khách sạn, nhà hàng, chiến dịch, khởi nghĩa, chùa, hải đội, "
    "nhà hát, thánh đường, báo, hoa hậu, rạp, nhà khách"
)
# Names that are also plain words, which a careless text writes with small letters after ``xã``.
PLAIN_WORDS = keys(
    "an toàn, an ninh, trung tâm, hòa bình, văn hóa, tiên tiến, kiểu mẫu, đoàn kết, thống nhất, "
    "đồng tâm, tiến bộ, bình minh, dân chủ, dân tộc, hợp nhất, hợp tiến, tự do, độc lập, "
    "tân tiến, thành công, quyết thắng, quyết tiến, đại thành, tân lập, hợp thành"
)
# Areas whose name begins with a small letter.
PHRASES = {
    "miền trung": "Miền Trung", "miền bắc": "Miền Bắc", "miền nam": "Miền Nam",
    "đồng bằng sông cửu long": "Đồng bằng sông Cửu Long", "nam trung bộ": "Nam Trung Bộ",
    "đồng bằng sông hồng": "Đồng bằng sông Hồng", "bắc trung bộ": "Bắc Trung Bộ",
}  # fmt: skip
# Names of areas above the province, and of seas; kept as they are.
REGIONS = {
    "tây nguyên": "Tây Nguyên", "biển đông": "Biển Đông", "tây bắc": "Tây Bắc",
    "đông bắc": "Đông Bắc", "tây nam bộ": "Tây Nam Bộ", "đông nam bộ": "Đông Nam Bộ",
    "nam bộ": "Nam Bộ", "bắc bộ": "Bắc Bộ", "trung bộ": "Trung Bộ", "bắc trung bộ":
    "Bắc Trung Bộ", "nam trung bộ": "Nam Trung Bộ", "hoàng sa": "Quần đảo Hoàng Sa",
    "trường sa": "Quần đảo Trường Sa", "đồng bằng sông cửu long": "Đồng bằng sông Cửu Long",
    "đbscl": "Đồng bằng sông Cửu Long", "quảng tây": "Quảng Tây, Trung Quốc",
}  # fmt: skip
# Longer names that begin like a place's and are none of ours.
NO_PLACES = keys("thái bình dương, ấn độ dương, hòa bình xanh, thứ 3")
COUNTRIES = {
    "lào": "Lào", "campuchia": "Campuchia", "căm pu chia": "Campuchia",
    "trung quốc": "Trung Quốc", "nhật bản": "Nhật Bản", "hàn quốc": "Hàn Quốc",
    "thái lan": "Thái Lan", "hoa kỳ": "Hoa Kỳ", "liên bang nga": "Liên bang Nga",
    "cuba": "Cuba", "cu ba": "Cuba", "singapore": "Singapore", "malaysia": "Malaysia",
    "indonesia": "Indonesia", "philippines": "Philippines", "myanmar": "Myanmar",
    "ấn độ": "Ấn Độ", "australia": "Australia", "đài loan": "Đài Loan", "hà lan": "Hà Lan",
    "cộng hòa séc": "Cộng hòa Séc", "cộng hòa pháp": "Cộng hòa Pháp", "ba lan": "Ba Lan",
    "cộng hòa liên bang đức": "Cộng hòa Liên bang Đức", "ukraine": "Ukraine",
    "canada": "Canada", "mông cổ": "Mông Cổ", "triều tiên": "Triều Tiên",
    "ai cập": "Ai Cập", "nam phi": "Nam Phi", "thổ nhĩ kỳ": "Thổ Nhĩ Kỳ", "na uy": "Na Uy",
    "phần lan": "Phần Lan", "hungary": "Hungary", "bulgaria": "Bulgaria", "brunei": "Brunei",
    "bangladesh": "Bangladesh", "brazil": "Brazil", "mexico": "Mexico", "belarus": "Belarus",
    "liên xô": "Liên Xô", "vương quốc anh": "Vương quốc Anh", "hy lạp": "Hy Lạp",
    "thụy sỹ": "Thụy Sĩ", "thụy điển": "Thụy Điển", "israel": "Israel",
    "new zealand": "New Zealand", "tây ban nha": "Tây Ban Nha", "đan mạch": "Đan Mạch",
}  # fmt: skip
# Provinces of the neighbours that share borders and friendship with provinces of Vietnam, in the
# spellings of the press: name key -> country.
FOREIGN_PROVINCES = {
    " ".join(name.lower().replace("-", " ").split()): country
    for country, rows in {
        "Lào": "Phông Sa Lỳ, Phongsaly, Luông Pha Băng, "
        "Luông Prabang, Luông Nậm Thà, U Đôm Xay, Oudomxay, "
        "Hủa Phăn, Huaphanh, Xiêng Khoảng, Xiềng Khoảng, Bô Ly Khăm Xay, "
        "Bolikhamxay, Bôlykhămxay, Khăm Muộn, Khăm Muồn, Khammouane, Sa Vẳn Na Khẹt, "
        "Savannakhet, Savẳnnakhệt, Xa Vẳn Na Khẹt, Sa La Van, Salavan, Saravan, "
        "Xê Kông, Sê Kông, Sekong, Chăm Pa Sắc, Chămpasak, Champasak, Attapeu, "
        "Át Ta Pư, Ạt Ta Pư, Xay Nha Bu Ly, Xay Nhạ Bu Ly, Bò Kẹo",
        "Campuchia": "Ratanakiri, Rattanakiri, Mondulkiri, Môndulkiri, Kratie, Kratié, "
        "Tboung Khmum, Tbong Khmum, Svay Rieng, Xvay Riêng, Svây Riêng, Prey Veng, Prây Veng, "
        "Kandal, Kan Đan, Takeo, Tà Keo, Takéo, Kampot, Kăm Pốt, Kampong Cham, "
        "Kampong Speu, Kampong Thom, Preah Sihanouk, Stung Treng, Siem Reap, Xiêm Riệp, "
        "Battambang, Pursat, Koh Kong",
        "Trung Quốc": "Vân Nam",
    }.items()
    for name in rows.split(", ")
}
# Words before ``Việt Nam`` that show the country itself and not a part of a body's name.
BEFORE_VIETNAM = keys("ở, của, người, nước, vào, sang, đến, tới, giữa, phía")
# After these a country is part of a body's name or of something else (``gió Lào``).
NOT_BEFORE_COUNTRY = keys("trận, quán, mại, gió, ndcm, ương, việt, vì")

# Second syllables that make a name a person's, as they stand in a list of keys.
MIDDLES = (["văn"], ["thị"])
# A name that has one of these in it is no Vietnamese unit's.
FOREIGN = (" việt nam ", " lào ", " trung bộ ", " trung quốc ")
# What stands after a hamlet's type word and names none: ``KHU PHỐ TRƯỞNG``.
NO_VILLAGE = (["trưởng"], ["số"])
# With these a type word makes another word: ``Xã hội``, ``Huyện đội``, ``xã viên``.
WORDS_WITH_TYPE = keys("hội, đội, đoàn, ủy, đảo, viên")
# Names of people end in these too where they begin with a capital.
NAME_LIKE = keys("sóc, buôn, bon, plei, làng, bản")
# A body, an office or a person begins here; the name before it is complete.
STOPPERS = keys(
    "ubnd, hđnd, ubmt, mttq, ubmttq, ubmttqvn, ban, ủy, đảng, ông, bà, chủ, bí, phó, khóa, ngày, "
    "lần, giám"
)
ROMAN = keys("I, II, III, IV, V, VI, VII, VIII, IX, X, A, B, C, D")
# Written with small letters, these show a text that is careless of capitals (``ubnd xã tam đại``).
BODY_ENDS = keys("ubnd, hđnd, mttq, ubmt, ubmttq, ubmttqvn")
# What a number before it counts; such a number names no hamlet.
COUNTED = keys(
    "người, hộ, thành, ông, bà, đảng, cán, nhà, gia, suất, ngày, năm, tháng, tuổi, cái, chiếc, "
    "trang, điều, em, triệu, tỷ, m, km, ha, giờ, lần, hội, đại, lượt, đồng, cử, cuộc, mô, bộ, "
    "căn, cá, bạn, dàn, bàn, máy, tỉnh"
)

# ``6 thành viên`` counts, ``thôn 5 và thôn 6 thành thôn Đoàn Kết`` does not.
AFTER_THANH = keys("viên, phố, phần, tích, tựu")
# What may stand between a hamlet's type word and its name.
TRAITS = keys(
    "biên giới, vùng cao, vùng biên, vùng sâu, ven biển, trung tâm, kiểu mẫu, tái định cư"
)

# Short forms of names, which no gazetteer row spells.
ALIASES = {
    "hcm": "hồ chí minh", "tphcm": "hồ chí minh", "hn": "hà nội", "br vt": "bà rịa vũng tàu",
    "tt huế": "thừa thiên huế", "bmt": "buôn ma thuột", "ban mê thuột": "buôn ma thuột",
    "buôn mê thuột": "buôn ma thuột", "đakrông": "đa krông", "kontum": "kon tum",
    "đắk lắc": "đắk lắk", "bắc cạn": "bắc kạn", "pleyku": "pleiku", "plei ku": "pleiku",
    "phan rang": "phan rang tháp chàm", "mù cang chải": "mù căng chải",
    "krông pắk": "krông pắc", "krông păk": "krông pắc", "krông păc": "krông pắc",
    "ea sup": "ea súp", "eakar": "ea kar",
    "chư puh": "chư pưh", "thứ 11": "thứ mười một", "thứ 3": "thứ ba", "7 ngàn": "bảy ngàn",
    "1 ngàn": "một ngàn",
}  # fmt: skip
WHOLE_ALIASES = {"tphcm": "hồ chí minh", "tt huế": "thừa thiên huế"}
