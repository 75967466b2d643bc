"""Fixtures of tests that look at a page as its reader does: in the machine's own Chromium."""

import os
import shutil
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium():
    """Return the path of the machine's Chromium, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@dataclass
class Tab:
    """A tab of the browser and all that happened in it.

    Attributes:
        page: Playwright's page.
        problems: What the console said as an error or a warning, and errors that no script caught.
        requests: Addresses of every request, the page's own among them.
        dialogs: Texts of alert boxes and the like; each was dismissed.
    """

    page: object
    problems: list = field(default_factory=list)
    requests: list = field(default_factory=list)
    dialogs: list = field(default_factory=list)

    def __post_init__(self):
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("dialog", self._asked)

    def _said(self, message):
        if message.type in {"error", "warning"}:
            self.problems.append(message.text)

    def _asked(self, dialog):
        self.dialogs.append(dialog.message)
        dialog.dismiss()


# A browser a module, not a session: Playwright's event loop counts as running in this thread for
# as long as it lives, and tests of other modules (Dask, notebooks) run loops of their own.
@pytest.fixture(scope="module")
def browser():
    """Return a running Chromium without a window."""
    path = chromium()
    if path is None:
        pytest.skip("Chromium is missing; on Debian and Ubuntu: apt-get install chromium")
    # Chromium refuses to start its sandbox for root.
    options = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=options)
        yield running
        running.close()


@pytest.fixture
def tab(browser):
    """Return a fresh tab (1280 x 800, light, Vietnamese) that keeps what happens in it."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 800},
        color_scheme="light",
        locale="vi-VN",
        timezone_id="Asia/Ho_Chi_Minh",
    )
    context.set_default_timeout(10_000)
    yield Tab(context.new_page())
    context.close()
