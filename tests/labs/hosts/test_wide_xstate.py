"""User-mode Linux on a processor with more floating-point state than it has room for.

The processor is simulated (programs/wide_processor.c): what a tracer sees of it is as with AMX. The guest is
one static program on a folder of this machine, so that it boots in seconds.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from labs.hosts import compiler, toolbox, uml

pytestmark = [pytest.mark.lab, pytest.mark.hostlab("uml")]
PROGRAMS = Path(__file__).with_name("programs")
DIES = "ptrace set fp regs failed, errno = 14"


def boot(folder: Path, *preloaded: Path) -> str:
    """What the guest's console shows, with these libraries loaded into its kernel, the first on top."""
    (folder / "root/dev").mkdir(parents=True)
    shutil.copy2(compiler.build(PROGRAMS / "fp_state.c", ("-static",)), folder / "root/init")
    kernel = [
        *("env", f"LD_PRELOAD={' '.join(map(str, preloaded))}"),
        *(str(toolbox.ensure() / "usr/bin/linux.uml"), "uml_dir=./", "umid=uml", "mem=64M"),
        *("rootfstype=hostfs", f"rootflags={folder}/root", "rw", "root=/dev/root", "init=/init"),
        *("con=null", "con0=null,fd:1"),
    ]
    words = ["unshare", "--mount", "sh", str(uml.LAUNCHER), str(folder), "80M", *kernel]
    env = {**os.environ, "TMPDIR": "/proc"}  # the caller's is not for its memory
    done = subprocess.run(
        words, env=env, stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False
    )
    return done.stdout.decode("utf-8", "replace")


def wide_processor() -> Path:
    return compiler.build(PROGRAMS / "wide_processor.c", uml.LIBRARY)


def test_without_help_a_wide_processor_kills_it(tmp_path: Path) -> None:
    shown = boot(tmp_path, wide_processor())
    assert DIES in shown
    assert "fp-state" not in shown


@pytest.mark.parametrize("wide", [False, True], ids=["this-processor", "a-wide-processor"])
def test_with_help_state_survives_every_switch(tmp_path: Path, wide: bool) -> None:
    below = [wide_processor()] if wide else []
    shown = boot(tmp_path, compiler.build(uml.PRELOADED, uml.LIBRARY), *below)
    assert "fp-state kept" in shown, shown[-2000:]
