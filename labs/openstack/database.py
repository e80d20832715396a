"""The database server: making it, making databases, copying one."""

import getpass
import re
import subprocess

from labs.base.errors import LabError
from labs.openstack.lab import Lab


def create_server(lab: Lab) -> None:
    """Make an empty data directory."""
    log = lab.place.log / "init.log"
    command = [
        *("mariadb-install-db", "--no-defaults", "--skip-test-db", f"--user={getpass.getuser()}"),
        *("--auth-root-authentication-method=socket", f"--auth-root-socket-user={getpass.getuser()}"),
        f"--datadir={lab.state('mariadb')}",
    ]
    with log.open("ab") as out:
        if subprocess.call(command, stdout=out, stderr=out):
            raise LabError(
                "数据库初始化失败,请看日志", "the database could not be initialised, see the log", log
            )


def create_databases(lab: Lab, names: list[str]) -> None:
    """Make databases that are missing, and the services' account."""
    account = "lab@'127.0.0.1'"
    statements = [f"CREATE DATABASE IF NOT EXISTS {n} CHARACTER SET utf8mb3;" for n in names]
    statements.append(f"CREATE USER IF NOT EXISTS {account} IDENTIFIED BY '{lab.secrets['database']}';")
    statements.append(f"GRANT ALL ON *.* TO {account};")
    sql(lab, "\n".join(statements))


def copy(lab: Lab, source: str, target: str) -> None:
    """Copy every table with its keys and rows from one database into an empty one."""
    tables = sql(lab, f"SHOW FULL TABLES IN {source} WHERE Table_type='BASE TABLE'").splitlines()
    names = [line.split("\t")[0] for line in tables]
    made = sql(lab, "".join(f"SHOW CREATE TABLE {source}.`{name}`\\G" for name in names))
    statements = [_create(text) for text in re.split(r"^\*+ 1\. row \*+\n", made, flags=re.M)[1:]]
    rows = [f"INSERT INTO `{name}` SELECT * FROM {source}.`{name}`" for name in names]  # noqa: S608 - our names
    sql(lab, ";\n".join(["SET FOREIGN_KEY_CHECKS=0", f"USE {target}", *statements, *rows]))


def _create(text: str) -> str:
    return text.partition("\n")[2].strip()  # the first line is the table's name


def sql(lab: Lab, statements: str) -> str:
    """Run statements as the server's administrator; what they printed."""
    command = ["mariadb", "--no-defaults", "-N", "-r", f"-u{getpass.getuser()}"]
    command.append(f"--socket={lab.place.run}/db.sock")
    done = subprocess.run(command, input=statements, capture_output=True, text=True, check=False)
    if done.returncode:
        said = done.stderr.strip()[:300]
        raise LabError(f"数据库拒绝了语句: {said}", "the database refused statements")
    return done.stdout
