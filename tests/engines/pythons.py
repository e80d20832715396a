"""Virtual environments for tests: made in a moment, with the SDK of this one or without."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path


def make(folder: Path, *, sdk: bool = True, pip: bool = False) -> Path:
    """A virtual environment; with `sdk` it sees what is installed here."""
    options = [] if pip else ["--without-pip"]
    subprocess.run([sys.executable, "-m", "venv", *options, str(folder)], check=True)
    if sdk:
        site = next(folder.glob("lib/python*/site-packages"))
        (site / "here.pth").write_text(sysconfig.get_paths()["purelib"] + os.linesep)
    return folder


def wheel(folder: Path, name: str, version: str = "1.0") -> Path:
    """A wheel of one empty module, for installing without a network."""
    path = folder / f"{name}-{version}-py3-none-any.whl"
    info = f"{name}-{version}.dist-info"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}.py", "")
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(
            f"{info}/RECORD", f"{name}.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n"
        )
    return path
