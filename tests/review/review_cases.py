"""Articles with rows to be checked, one of them hostile, and a server of their review."""

import threading
import time
from contextlib import contextmanager

import uvicorn
from playwright.sync_api import expect

from hoinghi.corrections import Store
from hoinghi.review.folder import Folder
from hoinghi.review.guard import Guard
from hoinghi.review.server import application
from hoinghi.review.serving import bound
from hoinghi.review.session import Session

TOKEN = "a-token-of-the-tests"  # noqa: S105 - of no server but the tests' own

HOSTILE = (
    "<script>alert(1)</script> 😀 Hội Nông dân xã Bình Sa, huyện Thăng Bình, tỉnh Quảng Nam tổ "
    'chức Hội nghị tổng kết phong trào "<img src=x onerror=alert(2)>" nông dân thi đua. Ông Phan '
    "Tấn Hào, Chủ tịch Hội Nông dân xã Bình Sa phát biểu \u202eđảo ngược\u202c.\u0007"
)

ARTICLES = {
    "a": (
        "Sáng 12/3, tại Nhà văn hóa thôn Trung Đàn, UBMTTQ Việt Nam xã Tam Đại, huyện Phú Ninh, "
        "tỉnh Quảng Nam tổ chức Hội nghị tổng kết công tác Mặt trận. Ông Đoàn Ngọc Khiêm, Bí thư "
        "Đảng ủy xã Tam Đại phát biểu chỉ đạo. Hội Nông dân xã Tam Đại có ý kiến."
    ),
    "b": (
        "Chiều 5/4/2024, Hội Nông dân tổ chức Lễ phát động phong trào thi đua sản xuất giỏi. Đông "
        "đảo hội viên tham dự."
    ),
    "c": HOSTILE,
    "d": (
        "Ngày 20/6/2024, Hội Cựu chiến binh phường Tân Thạnh, thành phố Tam Kỳ, tỉnh Quảng Nam tổ "
        "chức Hội nghị sơ kết công tác Hội 6 tháng đầu năm."
    ),
}


@contextmanager
def serving(out, who):
    """Serve a review of ``out`` on loopback while the block runs; yield its address."""
    session = Session(Folder(out), Store(out), who)
    with bound(0) as listening:
        port = listening.getsockname()[1]
        app = Guard(application(session), token=TOKEN, port=port)
        config = uvicorn.Config(app, log_level="warning", lifespan="off", server_header=False)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started:
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.should_exit = True
            thread.join(20)


PLACE = "Xã Tam Dân, Huyện Phú Ninh, Tỉnh Quảng Nam"
MEETING = "Hội nghị tổng kết công tác Mặt trận"


def decisions(out):
    return Store(out).read().decisions


def idle(page):
    """Wait until the page listens to keys again: while a row comes or goes it does not."""
    page.locator("body[aria-busy=false]").wait_for()


def until(page, text):
    page.get_by_text(text).first.wait_for()
    idle(page)


def go_to(page, words):
    """Walk down to a row by keys."""
    for _ in range(10):
        name = page.locator("#list [aria-current=true] .name").inner_text()
        if words in name:
            return
        page.keyboard.press("j")
        expect(page.locator("#list [aria-current=true] .name")).not_to_have_text(name)
        idle(page)
    raise AssertionError(words)
