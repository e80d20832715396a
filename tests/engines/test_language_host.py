"""The language host by itself, asked over gRPC as the engine asks it."""

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import grpc
import pytest
from google.protobuf import empty_pb2
from pulumi.runtime.proto import language_pb2, language_pb2_grpc

from tests.engines import pythons
from tools.engines import table

pytestmark = pytest.mark.engine


@pytest.fixture
def host(engine: dict[str, str]) -> Iterator[language_pb2_grpc.LanguageRuntimeStub]:
    command = ["pulumi-language-python", "-v=1", "-root", "/", "127.0.0.1:1"]
    process = subprocess.Popen(command, env=engine, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    with grpc.insecure_channel(f"127.0.0.1:{int(process.stdout.readline())}") as channel:
        yield language_pb2_grpc.LanguageRuntimeStub(channel)
    process.terminate()
    process.communicate(timeout=10)


def info(folder: Path, **options: str) -> language_pb2.ProgramInfo:
    made = language_pb2.ProgramInfo(
        root_directory=str(folder), program_directory=str(folder), entry_point="."
    )
    made.options.update(options)
    return made


def test_version_is_the_tables(host: language_pb2_grpc.LanguageRuntimeStub) -> None:
    row = next(row for row in table.load() if row.name == "python")
    assert host.GetPluginInfo(empty_pb2.Empty()).version == row.version


def test_required_packages_are_those_that_are_imported(
    host: language_pb2_grpc.LanguageRuntimeStub, tmp_path: Path
) -> None:
    (tmp_path / "__main__.py").write_text("import pulumi\n")
    request = language_pb2.GetRequiredPackagesRequest(info=info(tmp_path))
    assert list(host.GetRequiredPackages(request).packages) == []
    (tmp_path / "__main__.py").write_text("import helper\n")
    (tmp_path / "helper.py").write_text("def f():\n    from pulumi_openstack import compute\n")
    found = host.GetRequiredPackages(request).packages
    assert [(each.name, each.kind, each.version) for each in found] == [("openstack", "resource", "5.5.3")]


def test_about_and_dependencies(host: language_pb2_grpc.LanguageRuntimeStub, tmp_path: Path) -> None:
    pythons.make(tmp_path / "own")
    chosen = info(tmp_path, virtualenv="own")
    about = host.About(language_pb2.AboutRequest(info=chosen))
    assert about.executable == str(tmp_path / "own/bin/python")
    assert about.version.startswith("3.")

    def names(transitive: bool) -> set[str]:
        request = language_pb2.GetProgramDependenciesRequest(info=chosen, transitiveDependencies=transitive)
        return {each.name for each in host.GetProgramDependencies(request).dependencies}

    assert "grpcio" in names(True)
    assert "grpcio" not in names(False)  # pulumi asks for it
    assert names(False) < names(True)


def test_prompts_for_a_toolchain_unless_one_is_chosen(
    host: language_pb2_grpc.LanguageRuntimeStub, tmp_path: Path
) -> None:
    (prompt,) = host.RuntimeOptionsPrompts(language_pb2.RuntimeOptionsRequest(info=info(tmp_path))).prompts
    assert prompt.key == "toolchain"
    assert {"pip", "uv"} <= {each.stringValue for each in prompt.choices}
    chosen = language_pb2.RuntimeOptionsRequest(info=info(tmp_path, virtualenv="own"))
    assert list(host.RuntimeOptionsPrompts(chosen).prompts) == []


def test_plugin_streams_both_outputs_and_its_exit_code(
    host: language_pb2_grpc.LanguageRuntimeStub, tmp_path: Path
) -> None:
    text = "import sys, time\nprint('one')\ntime.sleep(0.5)\nprint('two', file=sys.stderr)\nsys.exit(5)\n"
    (tmp_path / "__main__.py").write_text(text)
    request = language_pb2.RunPluginRequest(pwd=str(tmp_path), info=info(tmp_path))
    said = list(host.RunPlugin(request))
    assert b"".join(each.stdout for each in said) == b"one\n"
    assert b"".join(each.stderr for each in said) == b"two\n"
    assert said[-1].exitcode == 5
    assert said[0].stdout  # came before the rest was there


def test_install_leaves_a_shared_environment_alone(
    host: language_pb2_grpc.LanguageRuntimeStub, tmp_path: Path
) -> None:
    request = language_pb2.InstallDependenciesRequest(info=info(tmp_path), is_plugin=True)
    assert list(host.InstallDependencies(request)) == []


def test_interrupted_plugin_says_nothing(host: language_pb2_grpc.LanguageRuntimeStub, tmp_path: Path) -> None:
    (tmp_path / "__main__.py").write_text("import os, time\nprint(os.getpid())\ntime.sleep(60)\n")
    said = host.RunPlugin(language_pb2.RunPluginRequest(pwd=str(tmp_path), info=info(tmp_path)))
    os.kill(int(next(said).stdout), signal.SIGINT)
    rest = list(said)
    assert b"".join(each.stderr for each in rest) == b""
    assert rest[-1].exitcode == 32
