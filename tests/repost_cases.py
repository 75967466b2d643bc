"""Re-posts of articles, with every kind of change, made from a seed."""

from __future__ import annotations

import random
import re
import textwrap
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from hashlib import md5
from pathlib import Path

from form_cases import FORMS, Case, Values, filled, half_of
from hoinghi.gold import read_gold
from hoinghi.records import Article
from hoinghi.text import to_new_tone, to_old_tone

ROOT = Path(__file__).parent.parent


SITES = ["tamky.example", "phuninh.example", "dantrong.example", "baotin.example"]
MENUS = [
    "Trang chủ | Giới thiệu | Tin tức | Văn bản | Liên hệ\n",
    "Trang chủ » Tin tức » Tin trong xã\n",
    "TRANG CHỦ\nGIỚI THIỆU\nTIN TỨC\nLIÊN HỆ\n",
]
FOOTERS = [
    "\nLượt xem: 214\nTin liên quan\nHội thi nấu ăn mừng Ngày Phụ nữ"
    "\nXã ra quân làm thủy lợi năm 2022",
    "\nChia sẻ: Facebook Zalo\nTin mới hơn\nKhám sức khỏe nghĩa vụ quân sự đợt 2",
    "\nBình luận\nEmail của bạn sẽ không được hiển thị công khai.\nTên *\nEmail *",
    "\nTác giả bài viết: Thu Hằng\nNguồn tin: Đài Truyền thanh xã\nTổng số điểm của bài viết là: 5",
]
BYLINES = ["Minh Tâm", "Thu Hà - Văn Quý", "Theo Đài Truyền thanh xã", "Tin, ảnh: Ngọc Lan", "BBT"]
HEADLINES = [
    "Tin hoạt động cơ sở",
    "Những hình ảnh đẹp từ cơ sở",
    "Dấu ấn từ phong trào thi đua",
    "Niềm vui của bà con",
    "Tin địa phương: Lan tỏa việc làm hay",
]
LEADS = [
    "Ban biên tập trân trọng giới thiệu cùng bạn đọc bài viết sau đây.",
    "Đây là hoạt động thiết thực, được đông đảo cán bộ và nhân dân hưởng ứng.",
    "(Dân Trong) - Thông tin được cổng thông tin điện tử đăng tải và chúng tôi xin giới thiệu lại.",
    "BTV xin gửi đến bà con nội dung chi tiết trong bản tin dưới đây.",
]
PARAGRAPHS = [
    "Những năm qua, phong trào thi đua ở địa phương có nhiều chuyển biến, đời sống của nhân dân "
    "từng bước được nâng lên, an ninh trật tự được giữ vững.",
    "Đây là việc làm thường xuyên, thể hiện tinh thần tương thân tương ái của cán bộ và nhân dân, "
    "góp phần xây dựng quê hương ngày càng giàu đẹp.",
    "Bà con mong rằng những hoạt động như vậy sẽ được duy trì và nhân rộng trong thời gian tới.",
]
Edit = Callable[[str, random.Random, int], str]  # text, dice, strength 1 to 3


def _headline(text: str, dice: random.Random, strength: int) -> str:
    head, _, rest = text.partition("\n")
    new = dice.choice(HEADLINES) if strength > 1 else dice.choice(HEADLINES) + ": " + head
    return f"{new}\n{rest}" if rest and len(head) < 150 else f"{new}\n{text}"


def _furniture(text: str, dice: random.Random, strength: int) -> str:
    footers = dice.sample(FOOTERS, k=max(1, strength - 1))
    return (dice.choice(MENUS) if strength > 1 else "") + text + "".join(footers)


def _byline(text: str, dice: random.Random, strength: int) -> str:
    return f"{text.rstrip()}\n{dice.choice(BYLINES)}"


def _tones(text: str, dice: random.Random, strength: int) -> str:
    new = to_new_tone(text)
    return new if new != text else to_old_tone(text)


def _cut(text: str, dice: random.Random, strength: int) -> str:
    parts = [p for p in text.split("\n") if p.strip()]
    if len(parts) < 4:
        sentences = re.split(r"(?<=[a-zà-ỹ]\.) (?=[A-ZĐÀ-Ỹ])", text)
        return " ".join(sentences[:-1]) if len(sentences) > 3 else text
    longest = sum(map(len, parts)) * (0.15 + 0.1 * strength)
    for _ in range(strength):
        tail = [at for at in range(2, len(parts)) if len(parts[at]) < longest]
        if len(parts) > 3 and tail:
            longest -= len(parts.pop(dice.choice(tail)))
    return "\n".join(parts)


def _added(text: str, dice: random.Random, strength: int) -> str:
    parts = text.rstrip().split("\n")
    for paragraph in dice.sample(PARAGRAPHS, k=min(strength, 2)):
        parts.insert(dice.choice([len(parts), max(1, len(parts) - 1)]), paragraph)
    return "\n".join(parts)


def _typos(text: str, dice: random.Random, strength: int) -> str:
    words = re.split(r"(\s+)", text)
    at = [n for n, word in enumerate(words) if word.isalpha() and len(word) > 2]
    for n in dice.sample(at, k=min(len(at), max(1, strength * len(at) // 100))):
        words[n] = _typo(words[n], dice)
    return "".join(words)


def _typo(word: str, dice: random.Random) -> str:
    at = dice.randrange(1, len(word) - 1)
    kind = dice.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at] + word[at:]
    if kind == 2:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    plain = unicodedata.normalize("NFD", word)
    return "".join(c for c in plain if not unicodedata.combining(c) or c == "\u031b")


def _nfd(text: str, dice: random.Random, strength: int) -> str:
    return unicodedata.normalize("NFD", text)


def _spaces(text: str, dice: random.Random, strength: int) -> str:
    if strength == 1:
        return re.sub(r" ", lambda m: "  " if dice.random() < 0.2 else m[0], text)
    if strength == 2:
        return re.sub(r"(?<=[a-zà-ỹ][.,;]) ", lambda m: "" if dice.random() < 0.3 else m[0], text)
    wide = [textwrap.fill(line, 78, break_long_words=False) for line in text.split("\n")]
    return "\n\n".join(wide)


def _case(text: str, dice: random.Random, strength: int) -> str:
    lines = text.split("\n")
    lines[0] = lines[0].upper()
    if strength > 1 and len(lines) > 1:
        lines[1] = lines[1][:1].upper() + lines[1][1:].replace("Hội nghị", "hội nghị")
    if strength > 2:
        return "\n".join(lines).replace("Đồng chí", "đồng chí").replace("Ủy ban", "ủy ban")
    return "\n".join(lines)


def _lead(text: str, dice: random.Random, strength: int) -> str:
    head, _, rest = text.partition("\n")
    lead = dice.choice(LEADS)
    return f"{head}\n{lead}\n{rest}" if rest else f"{lead}\n{head}"


def _short(text: str, dice: random.Random, strength: int) -> str:
    pairs = [
        ("Ủy ban nhân dân", "UBND"),
        ("Mặt trận Tổ quốc", "MTTQ"),
        ("HĐND", "Hội đồng nhân dân"),
    ]
    for long, brief in pairs[:strength]:
        text = text.replace(long, brief) if long in text else text.replace(brief, long)
    return text


EDITS: dict[str, Edit] = {
    "headline": _headline,
    "furniture": _furniture,
    "byline": _byline,
    "tones": _tones,
    "cut": _cut,
    "added": _added,
    "typos": _typos,
    "nfd": _nfd,
    "spaces": _spaces,
    "case": _case,
    "lead": _lead,
    "short": _short,
}


def repost(article: Article, kinds: tuple[str, ...], strength: int, dice: random.Random) -> Article:
    """Return ``article`` as another site has it some days later."""
    text = article.text
    for kind in kinds:
        text = EDITS[kind](text, dice, strength)
    later = article.published and article.published + timedelta(days=dice.randrange(4))
    site = dice.choice(SITES)
    source = f"https://{site}/{md5(text.encode()).hexdigest()[:8]}"  # noqa: S324
    return replace(article, text=text, title=None, published=later, site=site, source=source)


def originals() -> Iterator[tuple[str, Article]]:
    """Yield the articles of which re-posts are made, with a key."""
    for doc in read_gold([ROOT / "corpus" / "gold"]):
        if len(doc.article.text) > 400:
            yield doc.document_id, doc.article
    for number, form in enumerate(FORMS):
        dice = random.Random(f"original {number}")  # noqa: S311
        yield f"form{number}", filled(form, Values.rolled(dice), "x")


def reposts(half: str, per_article: int, every: int = 1) -> list[Case]:
    """Return originals and their re-posts: each kind of change alone and in threes."""
    cases: list[Case] = []
    chosen = [(key, one) for key, one in originals() if half_of(key) == half][::every]
    kinds = list(EDITS)
    for number, (key, article) in enumerate(chosen):
        dice = random.Random(f"repost {key}")  # noqa: S311
        cases.append(Case(article, None, "original"))
        for turn in range(per_article):
            strength = 1 + (number + turn) % 3
            one = kinds[(number * per_article + turn) % len(kinds)]
            # Letters are changed last, once a page has its lines.
            group = {one, *dice.sample(kinds, 2)} if turn % 2 else {one}
            steps = tuple(k for k in kinds if k in group)
            made = repost(article, steps, strength, dice)
            cases.append(Case(made, article.text, "+".join(steps) + f" {strength}"))
    return cases
