"""Addresses, with a real S3 server on this machine."""

from __future__ import annotations

import gzip

import fsspec
import pytest
from moto.server import ThreadedMotoServer

from hoinghi.errors import ReadError, UsageError
from hoinghi.sources import read_articles

BUCKET = "tin-xa"
FILES = {
    "2024/b.txt": "Họp xã Duy Nghĩa".encode(),
    "2024/a.csv.gz": gzip.compress("text\nHọp thôn Thuận An\n".encode()),
    "2024/thang-5/c.txt": "Họp tổ".encode(),
    "2024/thang-5/anh.png": b"\x89PNG",
    "2025/d.txt": "Họp phường".encode(),
}


@pytest.fixture(scope="module")
def s3():
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
        patch.setenv("AWS_ACCESS_KEY_ID", "of-the-tests")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "of-the-tests")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        system = fsspec.filesystem("s3", skip_instance_cache=True)
        system.mkdir(BUCKET)
        for name, content in FILES.items():
            system.pipe(f"{BUCKET}/{name}", content)
        fsspec.filesystem("s3").invalidate_cache()
        yield f"s3://{BUCKET}"
    server.stop()


def test_a_bucket_is_read_like_a_folder(s3):
    found = [(item.source, item.text) for item in read_articles([f"{s3}/2024"])]
    assert found == [
        (f"{s3}/2024/a.csv.gz#1", "Họp thôn Thuận An"),
        (f"{s3}/2024/b.txt", "Họp xã Duy Nghĩa"),
        (f"{s3}/2024/thang-5/c.txt", "Họp tổ"),
    ]


def test_single_objects_and_patterns_are_read(s3):
    assert [item.text for item in read_articles([f"{s3}/2025/d.txt"])] == ["Họp phường"]
    assert len(list(read_articles([f"{s3}/*/*.txt"]))) == 2


def test_what_is_not_there_stops_before_anything_is_read(s3):
    for wrong in (f"{s3}/2023/", f"{s3}/*/x.txt", "s3://khong-co/a.txt"):
        with pytest.raises(UsageError, match=r"nothing is there|cannot be opened"):
            read_articles([wrong])


def test_an_address_of_an_unknown_kind_says_so():
    with pytest.raises(UsageError, match=r"cannot be opened.*check the address"):
        read_articles(["khongco://a/b"])


def test_an_object_that_goes_while_the_others_are_read_fails_alone():
    system = fsspec.filesystem("memory")
    system.pipe("/xa/a.txt", "Họp một".encode())
    system.pipe("/xa/b.txt", "Họp hai".encode())
    items = read_articles(["memory://xa/a.txt", "memory://xa/b.txt"])
    assert next(items).text == "Họp một"
    system.rm("/xa/b.txt")
    (error,) = items
    assert isinstance(error, ReadError)
    assert "cannot be read" in error.problem
    system.rm("/xa", recursive=True)


def test_a_folder_at_an_address_without_anything_to_read_says_so():
    system = fsspec.filesystem("memory")
    system.pipe("/anh/a.png", b"\x89PNG")
    (error,) = read_articles(["memory://anh"])
    assert "no file there can be read" in error.problem
    system.rm("/anh", recursive=True)
