"""``python -m tools.docs`` writes docs/api.md anew."""

from __future__ import annotations

from tools.docs import api

if __name__ == "__main__":
    api.FILE.write_text(api.text(), encoding="utf-8")
