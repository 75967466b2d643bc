"""How many texts in each old encoding come back as they were, and how fast.

usage: python tests/bench/bench_encodings.py

Read are the articles of ``corpus/gold`` and ``corpus/samples``: whole, their first 700 and 300
characters, and their headlines; each is written in every encoding by ``old_encodings`` and read by
``decode`` and ``usable`` as a reader does. "right" counts texts whose encoding was seen (it came
back with nine in ten of its words), "words" the words that came back as they were, "folded" those
that did so but for capitals, which TCVN3 has none of. Then the false alarms: clean
Vietnamese and texts and random words of other languages, none of which may change, and such words
in their own 8-bit encodings, which have to be refused.
"""

from __future__ import annotations

import random
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from hoinghi.errors import ReadError
from hoinghi.gold import read_gold
from hoinghi.settings import Settings
from hoinghi.sources import read_articles
from hoinghi.sources.content import decode, usable

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tests" / "sources"))
BYTES: dict[str, Callable[[str], bytes]] = import_module("old_encodings").BYTES
SETTINGS = Settings()
LANGUAGES = (
    "ca cs da de es et fi fr ga hr hu is it lb lt lv nb nl pl pt ro sk sl sq sv tl tr".split()
)
EIGHT_BIT = {
    **dict.fromkeys(("fr", "de", "es", "pt", "sv", "da", "is", "fi"), "cp1252"),
    **dict.fromkeys(("hu", "pl", "cs", "hr", "ro"), "cp1250"),
    "ru": "cp1251",
    "bg": "koi8-r",
    "el": "cp1253",
    "tr": "cp1254",
    "he": "cp1255",
    "ar": "cp1256",
    "lt": "cp1257",
    "ja": "shift_jis",
    "zh": "gbk",
    "ko": "euc-kr",
    "th": "tis-620",
}
ODD = (
    "El niño pequeño comió piñas en el año nuevo; la señora García también soñó con Málaga.",
    "L'été dernier, le préfet a reçu à Orléans des élèves français très âgés, où ça brûlait déjà.",
    "Die größten Bäume für süße Früchte stehen über den Häusern; Füße müssen natürlich frei sein.",
    "A reunião não começou às três; o coração da região é a produção de açúcar e de maçãs.",
    "Så går vi på sjön över ängar; någon ändå måste hålla båten där när åskan går på östra sidan.",
    "Blåbærgrød og rødgrød på køkkenbordet; sådan gør vi altid før påske på øen ved Sønderå.",
    "Çocuklar için güzel bir gün; öğretmen şöyle dedi: büyük çiçekler üç ağaç altında.",
    "Öt szép szőlő nő a tűző nap alatt, több üveg bor és öt köcsög jó méz vár még rád.",
    "Perché più città così? È già lunedì, però la verità è là: chissà, papà, caffè e tè.",
    "The sample was 5 µm ± 0.3 µm wide at 20 °C; doses of 10 µg, ½ cup, 3×4 cm², §5, ¶2.",
    "© 2024 Example® Inc. – «All rights reserved» · Price £5, ¥300, ¢40 — naïve café résumé.",
    "Trang chủ » Tin tức » Hội nghị © 2019 UBND xã Tam Đại ® 25 µm, 3 m², giá 5.000 đ",
    "Công ty Hà Lan; Bà Lê Thanh Hà; Ông Trân; không có gì; Hà, Lâm, Trà, thôn La Hà © 2020",
    "Ông Nguyễn Văn Núñez và bà Zoë Brontë gặp ông François Müller tại Đà Nẵng, Søren đi vắng.",
    "Pokój, żółw, łąka, świętość: dzień dobry, gęś i źdźbło; ó, ń, ć – już późno.",
    "Reykjavík er höfuðborg; þar býr fólk sem á bát við ströndina í bænum og fær góðan fisk.",
    "x = ¬a « b; ÷ × ¤ ¦ ¨ ¯ ´ ¸ º ª ¹ ² ³ ¼ ½ ¾ ¿ ¡ æ ß ð þ",
)


def texts() -> dict[str, str]:
    """Return the articles by name."""
    articles = {
        d.article.source: d.article.text for d in read_gold((ROOT / "corpus/gold").glob("*.xml"))
    }
    for item in read_articles([ROOT / "corpus" / "samples"]):
        if not isinstance(item, ReadError):
            articles[item.source] = item.text
    return articles


def read(data: bytes) -> str:
    """Return ``data`` as a reader does, empty where it fails."""
    try:
        return usable(decode(data, "a.txt"), "a.txt", SETTINGS)
    except ReadError:
        return ""


def shares(pairs: list[tuple[str, str]]) -> tuple[float, float, float]:
    """Return the shares of texts, of words, and of words but for capitals that came back."""
    seen = same = folded = total = 0
    for text, back in pairs:
        wanted, found = Counter(text.split()), Counter(back.split())
        low = Counter(text.lower().split()), Counter(back.lower().split())
        kept = (low[0] & low[1]).total()
        same += (wanted & found).total()
        folded += kept
        total += wanted.total()
        seen += kept >= 0.9 * wanted.total()
    return seen / len(pairs), same / total, folded / total


def table(name: str, pieces: list[str]) -> None:
    """Print how ``pieces`` come back from every encoding."""
    print(f"\n{name}: {len(pieces)} texts")
    print(f"{'':24}{'right':>8}{'words':>9}{'folded':>9}{'KB/s':>9}")
    for encoding, write in BYTES.items():
        given = [unicodedata.normalize("NFC", p) for p in pieces]
        # Signs that the encoding cannot write are not asked for.
        lost = {ord(c): "-" for c in set("".join(given)) - {"?"} if b"?" in write(c)}
        given = [p.translate(lost) for p in given]
        data = [write(p) for p in given]
        started = time.process_time()
        back = [read(d) for d in data]
        spent = time.process_time() - started
        right, words, folded = shares(list(zip(given, back, strict=True)))
        speed = sum(map(len, data)) / 1000 / spent
        print(f"{encoding:24}{right:8.1%}{words:9.2%}{folded:9.2%}{speed:9,.0f}")


def alarms(name: str, pieces: list[str]) -> None:
    """Print how many of ``pieces``, all clean, do not come back as they are."""
    changed = [p for p in pieces if read(p.encode()) != unicodedata.normalize("NFC", p)]
    print(f"{name}: {len(changed)} of {len(pieces)} changed")
    for piece in changed[:5]:
        print(f"    {piece[:70]!r} -> {read(piece.encode())[:70]!r}")


def foreign(words: int, count: int) -> list[str]:
    """Return ``count`` texts of random ``words``, half of them with letters beyond ASCII."""
    chance = random.Random(7)  # noqa: S311 - the same texts at every run
    made = []
    for language in LANGUAGES:
        try:
            stops = sorted(import_module(f"spacy.lang.{language}.stop_words").STOP_WORDS)
        except ImportError:
            continue
        marked = [w for w in stops if not w.isascii()] or stops
        made.extend(
            " ".join(chance.choice(chance.choice((stops, marked))) for _ in range(words))
            for _ in range(count)
        )
    return made


def eight_bit() -> None:
    """Print how many texts of other languages in their own 8-bit encodings are not refused."""
    taken = total = 0
    for language, encoding in EIGHT_BIT.items():
        stops = sorted(import_module(f"spacy.lang.{language}.stop_words").STOP_WORDS)
        chance = random.Random(3)  # noqa: S311 - the same texts at every run
        for words in (3, 5, 10, 30, 100) * 40:
            text = " ".join(chance.choice(stops) for _ in range(words))
            data = text.encode(encoding, errors="ignore")
            if b"\0" not in data and not data.isascii():
                total += 1
                taken += bool(read(data))
    print(f"foreign words in 8-bit encodings: {taken} of {total} taken for Vietnamese")


def main() -> None:
    """Print all tables."""
    articles = list(texts().values())
    table("whole articles", articles)
    table("first 700 characters", [a[:700] for a in articles])
    table("first 300 characters", [a[:300] for a in articles])
    table("headlines", [h for a in articles if len(h := a.strip().split("\n")[0]) > 20])
    print()
    alarms("clean articles", articles)
    alarms("their lines", [line for a in articles for line in a.split("\n") if line.strip()])
    alarms("odd and foreign texts", list(ODD))
    alarms("odd and foreign texts, thrice", [t * 3 for t in ODD])
    for words in (5, 10, 30, 100):
        alarms(f"{words} random foreign words", foreign(words, 200))
    eight_bit()
    clean = [(a * (10_000 // len(a) + 1))[:10_000] for a in articles[:200]]
    started = time.process_time()
    for text in (data := [c.encode() for c in clean]):
        read(text)
    spent = (time.process_time() - started) / len(data) * 1000
    print(f"clean UTF-8: {spent:.3f} ms for 10,000 characters")


if __name__ == "__main__":
    main()
