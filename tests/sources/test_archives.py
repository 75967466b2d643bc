"""Archives and packed files: what lies in them is read, what attacks through them is not."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from pathlib import Path

import pytest

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.sources import bounds, read_articles

PAGE = (
    "<html><head><title>Xã Hòa Phong họp dân</title></head><body><article><h1>Xã Hòa Phong họp "
    "dân</h1><p>Sáng 7/5/2023, tại nhà văn hóa thôn Cẩm Toại, Ban công tác Mặt trận họp dân bàn "
    "việc làm đường và bầu người vào Ban Giám sát đầu tư của cộng đồng.</p></article></body></html>"
)


def _zip(path: Path, members: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def _packed(members: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _read(path: Path) -> list[Article | ReadError]:
    return list(read_articles([path]))


def _sources(path: Path) -> list[str]:
    return [item.source.removeprefix(str(path)) for item in _read(path)]


def test_every_kind_of_file_is_read_where_it_lies_in_an_archive(tmp_path):
    path = _zip(
        tmp_path / "tin.zip",
        {
            "b/họp.txt": "Họp xã",
            "a.csv": "text\nHọp thôn 1\nHọp thôn 2\n",
            "trang.html": PAGE,
            "c.jsonl.gz": gzip.compress('{"text": "Họp tổ"}\n'.encode()),
            "trong.zip": _packed({"d.txt": "Họp ấp"}),
        },
    )
    found = {item.source.removeprefix(f"{path}"): item.text for item in _read(path)}
    assert found.pop("#trang.html").startswith("Xã Hòa Phong họp dân\n\nSáng 7/5/2023")
    assert found == {
        "#a.csv#1": "Họp thôn 1",
        "#a.csv#2": "Họp thôn 2",
        "#b/họp.txt": "Họp xã",
        "#c.jsonl.gz#1": "Họp tổ",
        "#trong.zip#d.txt": "Họp ấp",
    }


def test_hidden_files_assets_and_unknown_kinds_in_an_archive_are_passed_over(tmp_path):
    members = {
        "a.txt": "Họp",
        ".an.txt": "x",
        "__MACOSX/a.txt": "x",
        ".git/b.txt": "x",
        "trang.html": PAGE,
        "trang_files/quang-cao.html": PAGE,
        "logo.png": b"\x89PNG",
        "README.md": "x",
    }
    assert _sources(_zip(tmp_path / "a.zip", members)) == ["#a.txt", "#trang.html"]


def test_a_document_that_no_reader_understands_is_said_not_skipped(tmp_path):
    (error,) = _read(
        _zip(tmp_path / "a.zip", {"bien-ban.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"})
    )
    assert "unknown kind of file (.doc)" in error.problem
    assert error.source.endswith("a.zip#bien-ban.doc")


def test_names_in_utf8_that_the_archive_does_not_declare_are_right(tmp_path):
    raw = _packed({"hop-x1.txt": "Họp"}).replace(b"hop-x1.txt", "họp".encode() + b"1.txt")
    (tmp_path / "a.zip").write_bytes(raw.replace(b"h\xe1\xbb\x8dp1.txt", b"h\xe1\xbb\x8dp1.txt"))
    assert _sources(tmp_path / "a.zip") == ["#họp1.txt"]


@pytest.mark.parametrize("name", ["../../etc/a.txt", "/etc/a.txt", "..\\a.txt", "C:\\a.txt"])
def test_a_name_that_leads_out_of_the_archive_fails_alone(tmp_path, name):
    path = _zip(tmp_path / "a.zip", {name: "Họp xấu", "z.txt": "Họp tốt"})
    by_type = {type(item): item for item in _read(path)}
    assert "leads out of the archive" in by_type[ReadError].problem
    assert by_type[Article].text == "Họp tốt"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.zip"]


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path):
    path = _zip(tmp_path / "a.zip", {f"{n}.txt": b"a" * 50_000_000 for n in range(3)})
    (error,) = _read(path)
    assert "zip bomb" in error.problem


def test_members_that_share_their_bytes_are_a_bomb(tmp_path):
    raw = bytearray(_packed({"a.txt": "Họp " * 500, "b.txt": "Họp " * 500}))
    second = raw.rindex(b"PK\x01\x02")
    raw[second + 42 : second + 46] = (0).to_bytes(4, "little")  # both at the first one's place
    cut = raw.index(b"PK\x03\x04", 4)
    first = raw.index(b"PK\x01\x02")
    directory = bytes(raw[first:])
    short = bytes(raw[:cut]) + directory
    end = short.rindex(b"PK\x05\x06")
    short = short[: end + 16] + cut.to_bytes(4, "little") + short[end + 20 :]
    (tmp_path / "a.zip").write_bytes(short)
    (error,) = _read(tmp_path / "a.zip")
    assert "zip bomb" in error.problem


def test_a_packed_bomb_stops_while_it_unpacks(tmp_path):
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = b"a" * 1_000_000
    data = b"".join(packer.compress(block) for _ in range(100)) + packer.flush()
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(b"text\n")[:0] + data)
    *_, error = _read(path)
    assert isinstance(error, ReadError)
    assert "zip bomb" in error.problem


def test_archives_inside_one_another_end_somewhere(tmp_path):
    data = b"Hop"
    name = "a.txt"
    for _ in range(5):
        data, name = _packed({name: data}), "a.zip"
    (tmp_path / "a.zip").write_bytes(data)
    (error,) = _read(tmp_path / "a.zip")
    assert "inside one another" in error.problem


def test_an_archive_cut_short_or_damaged_fails_and_says_so(tmp_path):
    whole = _packed({"a.txt": "Họp xã " * 100, "b.txt": "Họp thôn"})
    (tmp_path / "a.zip").write_bytes(whole[:-30])
    (tmp_path / "b.zip").write_bytes(whole.replace("Họp xã".encode(), "Họp xà".encode(), 1))
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress("Họp xã ".encode() * 50)[:-12])
    (tmp_path / "d.zip").write_bytes(_packed({}))
    items = _read(tmp_path)
    told = {Path(item.source).name: item.problem for item in items if isinstance(item, ReadError)}
    assert set(told) == {"a.zip", "b.zip#a.txt", "c.txt.gz", "d.zip"}
    assert all(
        "damaged or cut short" in told[name] for name in ("a.zip", "b.zip#a.txt", "c.txt.gz")
    )
    assert "no file that can be read" in told["d.zip"]
    assert [item.text for item in items if isinstance(item, Article)] == ["Họp thôn"]


def test_a_member_with_a_password_fails_alone(tmp_path):
    raw = bytearray(_packed({"a.txt": "Họp kín", "b.txt": "Họp mở"}))
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "a.zip").write_bytes(raw)
    error, article = _read(tmp_path / "a.zip")
    assert "password" in error.problem
    assert article.text == "Họp mở"


def test_a_page_that_was_saved_packed_is_read_under_its_own_name(tmp_path):
    (tmp_path / "a.html").write_bytes(gzip.compress(PAGE.encode()))
    (article,) = _read(tmp_path)
    assert article.title == "Xã Hòa Phong họp dân"


def test_a_copy_that_can_be_sought_keeps_to_its_bound(monkeypatch):
    monkeypatch.setattr(bounds, "GREATEST_DOCUMENT", 10)
    closed = gzip.GzipFile(fileobj=io.BytesIO(gzip.compress(b"x" * 11)))
    closed.seekable = lambda: False  # as a member of an archive in an archive
    with pytest.raises(ReadError, match="longer than 10 bytes"), bounds.seekable(closed, "a"):
        pass
