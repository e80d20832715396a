"""Where the browser is, and how a fresh machine gets one."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from medcloud.text import Text

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
_PACKAGES = ("chromium", "fonts-noto-cjk")  # without the fonts Chinese is boxes


class BrowserMissing(Exception):
    """There is no browser; the message says how to get one."""


def find() -> Path:
    """The browser: $MEDCLOUD_BROWSER, else the first of the usual names on PATH."""
    named = os.environ.get("MEDCLOUD_BROWSER")
    found = [named] if named else [shutil.which(name) for name in _NAMES]
    for path in found:
        if path and Path(path).exists():
            return Path(path)
    raise BrowserMissing(
        Text(
            "没有浏览器：python -m tools.browser install，或设 MEDCLOUD_BROWSER",
            "no browser: python -m tools.browser install, or set MEDCLOUD_BROWSER",
        )
    )


def install() -> Path:
    """The browser, installed with apt-get when it is missing; needs root."""
    try:
        return find()
    except BrowserMissing:
        if os.geteuid() or not shutil.which("apt-get"):
            raise
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *_PACKAGES]):
        done = subprocess.run(["apt-get", *words], env=env, capture_output=True, text=True, check=False)
        if done.returncode:
            raise BrowserMissing(f"apt-get {words[0]}: {done.stderr.strip()}")
    return find()
