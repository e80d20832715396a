"""The component package and the program, on the real engine; no cloud is reachable."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from medcloud.engine.placeholders import clouds
from medcloud.region_files import open_plan
from tests.support.engine_env import CHECKOUT, Stack

pytestmark = pytest.mark.engine

PACKAGE = CHECKOUT / "components" / "medcloud" / "provider"
PASSWORD = "PLANTED-cloud-password"
PLANTED = {
    "certificate": "PLANTED-certificate",
    "certificateKey": "PLANTED-key",
    "linkKey": "PLANTED-link",
}


@pytest.fixture
def offline(engine: dict[str, str], tmp_path: Path) -> dict[str, str]:
    file = tmp_path / "clouds.yaml"
    file.write_text(clouds(("private", "public", "edge"), PASSWORD))
    return {**engine, "OS_CLIENT_CONFIG_FILE": str(file), "OS_CLOUD": "private"}


def project(source: str, env: dict[str, str], tmp_path: Path) -> Stack:
    """A copy of a program of this checkout with a stack, its settings outside the tree."""
    folder = tmp_path / "checkout" / source
    shutil.copytree(CHECKOUT / source, folder, ignore=shutil.ignore_patterns("__pycache__", "Pulumi.*.yaml"))
    stack = Stack(folder, env=env)
    stack("stack", "init")
    return stack


def configured(env: dict[str, str], tmp_path: Path, region_file: Path) -> Stack:
    stack = project("stacks/region", env, tmp_path)
    stack("config", "set", "medcloud:region", str(region_file))
    stack("config", "set", "medcloud:offline", "true")
    for key, value in PLANTED.items():
        stack("config", "set", "--secret", f"medcloud:{key}", value)
    return stack


def test_the_schema_is_whole_and_every_input_is_described(engine: dict[str, str]) -> None:
    done = subprocess.run(
        ["pulumi", "package", "get-schema", str(PACKAGE)],
        env=engine,
        check=True,
        capture_output=True,
        text=True,
    )
    schema = json.loads(done.stdout)
    names = {token.rsplit(":", 1)[-1] for token in schema["resources"]}
    assert {"LoadBalancer", "ObjectStore", "Region", "SecurityDomain", "SiteLink", "Workload"} <= names
    bare = [
        f"{token}.{name}"
        for token, kind in [*schema["resources"].items(), *schema["types"].items()]
        for name, described in {**kind.get("inputProperties", {}), **kind.get("properties", {})}.items()
        if not described.get("description")
    ]
    assert bare == []


@pytest.fixture
def yaml_host() -> None:
    """The YAML language host; built on first use."""
    command = [sys.executable, "-m", "tools.engines", "install", "--only", "yaml"]
    subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True)


@pytest.mark.usefixtures("yaml_host")
def test_a_yaml_program_previews_components(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    offline = request.getfixturevalue("offline")  # the engine's environment as it is with the host
    (tmp_path / "checkout" / "components" / "medcloud").mkdir(parents=True)
    (tmp_path / "checkout" / "components" / "medcloud" / "provider").symlink_to(PACKAGE)
    stack = project("examples/yaml", offline, tmp_path)
    stack("config", "set", "image", "11111111-1111-1111-1111-111111111111")
    shown = stack("preview").stdout
    for made in (
        "medcloud:index:SecurityDomain",
        "medcloud:index:Workload",
        "clinic-c1-lis-his-4",
        "17 to create",
    ):
        assert made in shown, shown


def test_an_integrator_s_program_uses_one_component(offline: dict[str, str], tmp_path: Path) -> None:
    stack = project("examples/integrator", offline, tmp_path)
    for key in ("certificate", "certificateKey"):
        stack("config", "set", "--secret", key, PLANTED[key])
    shown = stack("preview").stdout
    assert "openstack:loadbalancer:Listener archive-lb-listener create" in shown
    assert "PLANTED" not in shown


def test_the_sample_region_previews_without_a_cloud_and_without_a_secret_in_sight(
    offline: dict[str, str], tmp_path: Path
) -> None:
    stack = configured(offline, tmp_path, CHECKOUT / "examples" / "panyu" / "region.yaml")
    done = stack.run("preview", "--json", variables={"PULUMI_SKIP_CHECKPOINTS": "true"})
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    made = [step["newState"]["type"] for step in json.loads(done.stdout)["steps"]]
    plan = open_plan(CHECKOUT / "examples" / "panyu" / "region.yaml", write=False)
    servers = sum(len(p.instances) for w in plan.workloads for p in w.placements)
    assert made.count("openstack:compute/instance:Instance") == servers
    assert "PLANTED" not in done.stdout + done.stderr


def test_a_refused_region_file_ends_the_program_before_any_resource(
    offline: dict[str, str], tmp_path: Path
) -> None:
    good = (CHECKOUT / "examples" / "panyu" / "region.yaml").read_text(encoding="utf-8")
    bad = tmp_path / "region.yaml"
    bad.write_text(good.replace("level: 4", "level: 9", 1), encoding="utf-8")
    done = configured(offline, tmp_path, bad)("preview", check=False)
    assert done.returncode != 0
    assert "区域文件不通过" in done.stdout and "workloads.his.level" in done.stdout
    assert "Traceback" not in done.stdout
    assert "openstack:" not in done.stdout


def test_an_update_with_the_offline_setting_is_refused(offline: dict[str, str], tmp_path: Path) -> None:
    stack = configured(offline, tmp_path, CHECKOUT / "examples" / "panyu" / "region.yaml")
    done = stack("up", "--yes", "--skip-preview", check=False)
    assert done.returncode != 0 and "medcloud:offline" in done.stdout
    assert "Traceback" not in done.stdout
