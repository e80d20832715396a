"""Policy packs, component packages and `pulumi import` with the real engine."""

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.engines.cloud_stub import NETWORK_ID, Cloud, serve
from tests.support.engine_env import CHECKOUT, LIMIT, Stack

pytestmark = pytest.mark.engine
New = Callable[..., Stack]

PACK = """
from pulumi_policy import EnforcementLevel, PolicyPack, ResourceValidationPolicy

def check(args, report):
    if args.resource_type.endswith(":Volume") and args.props["size"] > 1:
        report(f"卷 {args.name} 太大 too big")

PolicyPack("pack", [ResourceValidationPolicy("size", "a size", check, EnforcementLevel.MANDATORY)])
"""
VOLUME = "from pulumi_openstack import blockstorage\nblockstorage.Volume('v', size={size})\n"

COMPONENT = '''
from typing import Optional, TypedDict
import pulumi
from pulumi.provider.experimental import component_provider_host

class GreeterArgs(TypedDict):
    who: pulumi.Input[str]
    """Whom to greet."""

class Greeter(pulumi.ComponentResource):
    text: pulumi.Output[str]
    def __init__(self, name: str, args: GreeterArgs, opts: Optional[pulumi.ResourceOptions] = None) -> None:
        super().__init__("demo:index:Greeter", name, {}, opts)
        self.text = pulumi.Output.concat("hello ", args["who"])
        self.register_outputs({"text": self.text})

component_provider_host(name="demo", components=[Greeter], version="0.1.0")
'''


def pack(folder: Path, text: str, **options: str) -> str:
    folder.mkdir()
    runtime = {"name": "python", "options": options}
    (folder / "PulumiPolicy.yaml").write_text(json.dumps({"runtime": runtime, "version": "0.1.0"}))
    (folder / "__main__.py").write_text(text)
    return str(folder)


@pytest.fixture
def cloud() -> Iterator[Cloud]:
    with serve() as found:
        yield found


def test_policy_pack_rejects_and_passes(new_stack: New, tmp_path: Path) -> None:
    where = pack(tmp_path / "pack", PACK)
    bad, good = new_stack(VOLUME.format(size=5), "bad"), new_stack(VOLUME.format(size=1), "good")
    for stack in (bad, good):
        stack("config", "set", "openstack:authUrl", "http://127.0.0.1:9/v3")
    done = bad("preview", "--policy-pack", where, check=False)
    assert done.returncode != 0
    assert "卷 v 太大 too big" in done.stdout
    assert "Traceback" not in done.stdout
    assert "1 to create" not in done.stdout
    assert "2 to create" in good("preview", "--policy-pack", where).stdout


def test_policy_pack_without_its_module_says_so(new_stack: New, tmp_path: Path) -> None:
    where = pack(tmp_path / "pack", "import no_such_module_y\n")
    done = new_stack("import pulumi\n")("preview", "--policy-pack", where, check=False)
    assert done.returncode != 0
    assert "no_such_module_y" in done.stdout
    assert "pulumi install" in done.stdout
    assert "Traceback" not in done.stdout


def test_policy_pack_obeys_virtualenv(new_stack: New, tmp_path: Path) -> None:
    where = pack(tmp_path / "pack", PACK, virtualenv="nowhere")
    done = new_stack("import pulumi\n")("preview", "--policy-pack", where, check=False)
    assert done.returncode != 0
    assert f"{tmp_path}/pack/nowhere" in done.stdout


def component(tmp_path: Path) -> Path:
    folder = tmp_path / "component"
    folder.mkdir()
    (folder / "PulumiPlugin.yaml").write_text("runtime: python\n")
    (folder / "__main__.py").write_text(COMPONENT)
    return folder


def test_component_package_tells_its_schema(engine: dict[str, str], tmp_path: Path) -> None:
    command = ["pulumi", "package", "get-schema", str(component(tmp_path))]
    done = subprocess.run(command, env=engine, check=True, capture_output=True, text=True, timeout=LIMIT)
    greeter = json.loads(done.stdout)["resources"]["demo:index:Greeter"]
    assert greeter["isComponent"]
    assert greeter["inputProperties"]["who"] == {"type": "string", "description": "Whom to greet."}


def test_component_in_a_yaml_program(engine: dict[str, str], tmp_path: Path) -> None:
    install = ["python", "-m", "tools.engines", "install", "--only", "yaml"]
    subprocess.run(install, cwd=CHECKOUT, env=engine, check=True, timeout=900)
    component(tmp_path)
    folder = tmp_path / "program"
    folder.mkdir()
    resource = {"type": "demo:Greeter", "properties": {"who": "world"}}
    program = {
        "name": "y",
        "runtime": "yaml",
        "packages": {"demo": "../component"},
        "resources": {"g": resource},
        "outputs": {"text": "${g.text}"},
    }
    (folder / "Pulumi.yaml").write_text(json.dumps(program))
    stack = Stack(folder, env=engine)
    stack("stack", "init")
    stack.up()
    assert stack.outputs() == {"text": "hello world"}


def test_import_writes_python(new_stack: New, cloud: Cloud) -> None:
    stack = new_stack("import pulumi\n")
    stack("config", "set", "openstack:authUrl", cloud.auth_url)
    for key, value in {
        "userName": "u",
        "password": "p",
        "tenantName": "t",
        "domainName": "d",
        "region": "r",
    }.items():
        stack("config", "set", f"openstack:{key}", value)
    said = stack("import", "openstack:networking/network:Network", "net", NETWORK_ID, "--yes").stdout
    assert "import pulumi_openstack as openstack" in said
    assert 'openstack.networking.Network("net"' in said
    assert 'name="taken-over"' in said
    assert any(each.get("id") == NETWORK_ID for each in stack.resources())
