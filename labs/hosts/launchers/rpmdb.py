"""Runs in a tree: enters packages into its RPM database that say of the tree's files what an RPM system says.

packages.json beside it: a list of name, version, files, provides. One spec makes them all; they are entered
with --justdb, so that no file is touched.
"""

import grp
import json
import os
import pwd
import shutil
import stat
import subprocess
from pathlib import Path
from typing import Any

TOP = Path("/tmp/rpmdb")  # noqa: S108  # in a tree of its own
ODD = set(" %*[]{}?\\\"'")


def line(path: str) -> str:
    """A file in a spec's %files, with the owner and mode that it has."""
    info = Path(path).lstat()
    user, group = pwd.getpwuid(info.st_uid).pw_name, grp.getgrgid(info.st_gid).gr_name
    config = "%config(noreplace) " if path.startswith("/etc/") else ""
    return f"{config}%attr({stat.S_IMODE(info.st_mode):o},{user},{group}) {path}"


def real(path: str) -> str:
    """Where a file is: Debian's packages still name /bin and /lib of before the merge."""
    first = path.split("/")[1]
    return f"/usr{path}" if first in ("bin", "sbin", "lib", "lib64") else path


def plain(paths: "list[str]") -> "list[str]":
    """Those that are regular files with names that a spec can hold."""
    found = {real(path) for path in paths if not ODD & set(path)}
    return sorted(path for path in found if Path(path).is_file() and not Path(path).is_symlink())


def section(package: "dict[str, Any]", files: "list[str]") -> str:
    """A subpackage."""
    name = package["name"]
    provides = "".join(f"Provides: {word}\n" for word in package["provides"])
    head = f"%package -n {name}\nVersion: {package['version']}\nSummary: {name}\nAutoReqProv: no\n{provides}"
    lines = "\n".join(line(path) for path in files)
    return f"{head}%description -n {name}\n{name}\n%files -n {name}\n{lines}\n"


def spec(packages: "list[dict[str, Any]]") -> "tuple[str, list[str]]":
    """The spec, and every file it names."""
    text = (
        "Name: lab\nVersion: 1\nRelease: 1\nSummary: lab\nLicense: none\nAutoReqProv: no\n%description\nlab\n"
    )
    taken: dict[str, None] = {}
    for package in packages:
        files = [path for path in plain(package["files"]) if path not in taken]
        taken.update(dict.fromkeys(files))
        text += section(package, files)
    return text, list(taken)


def main() -> None:
    """Build, enter, clean up."""
    text, files = spec(json.loads((TOP / "packages.json").read_text()))
    stage = TOP / "stage"
    for path in files:
        copy = stage / path.lstrip("/")
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, copy)
    (TOP / "lab.spec").write_text(text)
    defines = {"_topdir": TOP, "_rpmdir": TOP / "rpms", "buildroot": stage, "_binary_payload": "w0.gzdio"}
    nothing = (
        "__spec_install_pre",
        "__os_install_post",
        "__arch_install_post",
        "debug_package",
        "__check_files",
    )
    words = [f"--define={k} {v}" for k, v in defines.items()] + [f"--define={k} %{{nil}}" for k in nothing]
    words += ["--define=_build_id_links none", "--noclean", f"--buildroot={stage}"]
    subprocess.run(["rpmbuild", "-bb", *words, str(TOP / "lab.spec")], check=True)
    rpms = [str(path) for path in (TOP / "rpms").rglob("*.rpm")]
    options = ["--justdb", "--nodeps", "--noscripts", "--force-debian"]
    subprocess.run(["rpm", "--dbpath", "/var/lib/rpm", "-i", *options, *rpms], check=True)
    shutil.rmtree(TOP)
    print(f"{len(rpms)} packages, {len(files)} files")


os.umask(0o022)
main()
