"""The commands check, new and schema, and the program around them, as a person runs them."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import medcloud
from medcloud.model import load

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-c", "from medcloud.cli import main; main()"]


def run(*args: str, cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *args], cwd=cwd, env={**os.environ, **env}, capture_output=True, text=True, check=False
    )


def test_a_good_file() -> None:
    done = run("check", "examples/panyu/region.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    assert "panyu/region.yaml: 通过: " in done.stdout
    assert " / good: " in done.stdout


def test_a_bad_file_in_text_and_json(tmp_path: Path) -> None:
    file = tmp_path / "region.yaml"
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "cloud.img").touch()
    file.write_text(Path(ROOT / "examples/panyu/region.yaml").read_text().replace("cores: 32", "cores: 31"))
    done = run("check", str(file))
    assert done.returncode == 1
    assert done.stdout.startswith(f"{file}:33:")
    assert "pools.edge.cores  [6.1.1-c]  31 不符合要求" in done.stdout
    assert "→ 写 32 或更大 / write 32 or more" in done.stdout
    report = json.loads(run("check", str(file), "--json").stdout)
    assert not report["good"]
    (finding,) = report["findings"]
    assert finding["item"] == "6.1.1-c"
    assert finding["line"] == 33


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    done = run("check", str(tmp_path / "none.yaml"))
    assert done.returncode == 2
    assert "Traceback" not in done.stdout + done.stderr
    assert json.loads(run("check", str(tmp_path), "--json").stdout)["findings"]


def test_schema_is_printed() -> None:
    done = run("schema")
    Draft202012Validator.check_schema(json.loads(done.stdout))


def test_new_writes_a_good_file_and_keeps_what_is_there(tmp_path: Path) -> None:
    assert run("new", "--yes", "--id", "shunde", "--name", '顺德: "云" #1', cwd=tmp_path).returncode == 0
    region = load(tmp_path / "region.yaml")
    assert (region.region.id, region.region.name) == ("shunde", '顺德: "云" #1')
    before = (tmp_path / "region.yaml").read_bytes()
    assert run("new", "--yes", cwd=tmp_path).returncode == 1
    assert (tmp_path / "region.yaml").read_bytes() == before
    assert run("new", "--yes", "--force", cwd=tmp_path).returncode == 0
    assert load(tmp_path / "region.yaml").region.id == "region"


def test_new_asks_again_until_an_answer_is_good(tmp_path: Path) -> None:
    answers = "医院\nmeizhou\n梅州\n\n\n\n\n\n"
    done = subprocess.run(
        [*PROGRAM, "new"], cwd=tmp_path, input=answers, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert load(tmp_path / "region.yaml").region.name == "梅州"


@pytest.mark.parametrize(
    "bad", [("--id", "医院"), ("--domain", "x"), ("--recovery-city", "guangzhou"), ("--name", " ")]
)
def test_new_refuses_bad_options_and_writes_nothing(bad: tuple[str, str], tmp_path: Path) -> None:
    done = run("new", "--yes", *bad, cwd=tmp_path)
    assert done.returncode == 1
    assert "→" in done.stderr
    assert not list(tmp_path.iterdir())


def test_new_where_nothing_can_be_written() -> None:
    done = run("new", "/proc/none/region.yaml", "--yes")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_version_and_help() -> None:
    assert medcloud.__version__ in run("--version").stdout
    for command in ("check", "new", "schema"):
        assert f"  {command} " in run("--help").stdout
        assert run(command, "--help").returncode == 0


@pytest.mark.parametrize("name", ["nothing", "_program", "../check", "os", ""])
def test_no_such_command(name: str) -> None:
    done = run(name)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_check_imports_no_engine() -> None:
    code = (
        "import sys; from medcloud.cli import main; main(['check', 'examples/panyu/region.yaml'], "
        "standalone_mode=False); sys.exit(any(m.split('.')[0] in ('pulumi', 'pyinfra') for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_a_locale_without_chinese_is_no_error() -> None:
    done = run("check", "examples/panyu/region.yaml", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_closed_pipe_is_quiet() -> None:
    process = subprocess.Popen([*PROGRAM, "schema"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.wait()


def test_an_interrupt_is_quiet(tmp_path: Path) -> None:
    pipe = subprocess.PIPE
    process = subprocess.Popen([*PROGRAM, "new"], cwd=tmp_path, stdin=pipe, stdout=pipe, stderr=pipe)
    assert process.stdout is not None
    process.stdout.read(5)  # it has begun to ask
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=20)
    assert b"Traceback" not in error
    assert process.returncode != 0
    assert not list(tmp_path.iterdir())


def test_an_error_of_the_program_itself_is_one_message(monkeypatch: pytest.MonkeyPatch) -> None:
    code = (
        "import medcloud.cli.check as c\n"
        "def broken(file, environment): raise RuntimeError('boom')\n"
        "c.checked_with_waivers = broken\n"
        "from medcloud.cli import main; main(['check', 'x'])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 70
    assert "boom" in done.stderr
    assert "Traceback" not in done.stderr
