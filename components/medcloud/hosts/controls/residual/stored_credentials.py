"""No passwords lie about in files."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_NAMES = (".netrc", ".git-credentials", ".rhosts", ".pgpass", ".my.cnf", ".mylogin.cnf", ".s3cfg")
_GLOBS = tuple(f"{home}/{name}" for home in ("/root", "/home/*") for name in _NAMES)
_REMEDY = Text("改用凭据服务，删除文件", "use a credential service and delete the file")


def _look(case: Case) -> Iterator[str]:
    yield from sorted(case.state.rights_of(*_GLOBS))


control = Control(
    id="stored-credentials",
    clauses=("8.1.4.10-a", "8.1.4.1-c"),
    items=("7.2.3.1-a", "7.2.2-c"),
    severity="high",
    title=Text("主目录中无明文凭据文件", "No passwords lie about in home folders"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    rights=_GLOBS,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
