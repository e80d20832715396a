"""Nobody else writes the keys that open an account."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_REMEDY = Text("chown 归本人；目录 700，文件 600", "chown it to the account; folders 700, files 600")
_PUBLIC = (".pub", "known_hosts", "/config", ".ssh")


def _look(case: Case) -> Iterator[str]:
    for line in case.state.lines("homes"):
        what, name, mode, user, _, path = (*line.split(" ", 5), *[""] * 5)[:6]
        if what != "ssh":
            continue
        taken = 0o022 if path.endswith(_PUBLIC) else 0o066 if "/id_" in path else 0o022
        if int(mode, 8) & taken or user not in (name, "root"):
            yield f"{path} {mode} {user}"


control = Control(
    id="ssh-user-key-rights",
    clauses=("8.1.4.2-f", "8.1.4.1-a"),
    items=("7.2.2-c", "7.2.3.2-d"),
    severity="high",
    title=Text(
        "账户的密钥文件只属本人，他人不可写、不可读私钥",
        "Keys of an account are its own; others write none and read no private one",
    ),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
