"""The word by which pam_unix hashes new passwords."""

from __future__ import annotations

from dataclasses import dataclass, replace

from medcloud.hosts.case import Case
from medcloud.hosts.change import lines as text, pam
from medcloud.hosts.change.lines import Line
from medcloud.hosts.change.overlay import Overlay
from medcloud.hosts.errors import Refused
from medcloud.hosts.settings.check import GOOD, Check, bad
from medcloud.hosts.settings.setting import Setting
from medcloud.text import Text

_MODULE = "pam_unix.so"
_WORDS = ("md5", "bigcrypt", "sha256", "sha512", "blowfish", "gost_yescrypt", "yescrypt", "sm3")


def offered(case: Case) -> tuple[str, ...]:
    """The system's hashes, best first, as far as the host's pam_unix knows the word."""
    words = case.state.lines("hashes")
    return tuple(w for w in case.known.password_hashes if w in words)


@dataclass(frozen=True)
class PamHash(Setting):
    """The best that the host has. What it does not know it would pass over in silence, and write another."""

    def check(self, case: Case) -> Check:
        """The word of each pam_unix line in the stack of passwd."""
        best = offered(case)[:1]
        if not best:
            return bad("pam_unix", " ".join(case.state.lines("hashes")), "|".join(case.known.password_hashes))
        for line in pam.resolve(case.state, "passwd", "password") or ():
            words = tuple(word for word in line.args if word in _WORDS)
            if line.module == _MODULE and words != best:
                return bad(f"{line.path}: {_MODULE}", " ".join(words) or None, best[0])
        return GOOD

    def set(self, case: Case, overlay: Overlay) -> None:
        """In every file of the password stack."""
        best = offered(case)
        if not best:
            raise Refused(Text("pam_unix: 无可用散列", "pam_unix: knows none of the hashes"))
        for path in case.known.pam["password"]:
            content = overlay.read(path)
            if content is not None:
                lines = text.split(content, path)
                overlay.write(path, text.join(_set(line, path, best[0]) for line in lines))


def _set(line: Line, path: str, word: str) -> Line:
    parsed = pam.parse(line.text, path)
    if parsed is None or parsed.kind != "password" or parsed.module != _MODULE:
        return line
    args = (*(arg for arg in parsed.args if arg not in _WORDS), word)
    return line if args == parsed.args else replace(line, text=pam.render(replace(parsed, args=args)))
