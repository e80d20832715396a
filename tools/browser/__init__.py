"""A real headless browser for tests of pages: Debian's Chromium, spoken to over a pipe.

`python -m tools.browser install` puts it on a Debian machine that lacks it; it stays installed.
"""

from tools.browser.find import BrowserMissing, find, install
from tools.browser.page import Page, opened

__all__ = ["BrowserMissing", "Page", "find", "install", "opened"]
