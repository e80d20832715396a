"""Configuration files, passwords and places, without starting anything."""

import configparser
import re
import stat
from pathlib import Path

import pytest
import requests

from labs.openstack import clouds, ini, layout, place, ports, record, services, setup
from labs.openstack.lab import Lab
from labs.openstack.services import keystone

SHIPPED = {
    "glance": ("glance-api-paste.ini",),
    "nova": ("api-paste.ini",),
    "barbican": ("barbican-api-paste.ini",),
    "designate": ("api-paste.ini",),
}


@pytest.fixture
def lab(tmp_path: Path) -> Lab:
    """A configured lab that runs nothing."""
    for project, files in SHIPPED.items():
        for name in files:
            file = tmp_path / "venv" / "etc" / project / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.touch()
    where = place.Folders(tmp_path / "home", tmp_path / "home" / "run")
    plan = layout.load()
    table = ports.table(20000, [region.name for region in plan.regions])
    made = Lab(where, tmp_path / "venv", plan, table, record.new("all").secrets, "all")
    setup.configure(made)
    return made


def read(lab: Lab, *parts: str) -> configparser.RawConfigParser:
    parser = configparser.RawConfigParser(strict=False)
    assert parser.read(lab.place.etc.joinpath(*parts))
    return parser


def test_a_list_is_an_option_given_several_times() -> None:
    assert ini.render({"a": {"x": ["1", "2"], "y": True, "z": 3}}) == "[a]\nx = 1\nx = 2\ny = true\nz = 3\n"


def test_every_file_that_holds_a_password_is_its_owner_s_only(lab: Lab) -> None:
    secret = set(lab.secrets.values())
    holders = [f for f in lab.place.run.rglob("*") if f.is_file() and any(s in f.read_text() for s in secret)]
    assert len(holders) > 20
    assert {stat.S_IMODE(f.stat().st_mode) for f in holders} == {0o600}


def test_services_listen_on_loopback_and_below_the_ephemeral_range(lab: Lab) -> None:
    assert read(lab, "metro", "swift", "proxy.conf")["DEFAULT"]["bind_ip"] == "127.0.0.1"
    text = "".join(f.read_text() for f in lab.place.etc.rglob("*") if f.is_file())
    assert "0.0.0.0" not in text  # noqa: S104 - it must not be there
    assert all(int(port) < ports.HIGHEST for port in re.findall(r"127\.0\.0\.1:(\d+)", text))


@pytest.mark.parametrize("region", ["metro", "remote"])
def test_a_region_s_services_use_their_own_region(lab: Lab, region: str) -> None:
    nova = read(lab, region, "nova", "nova.conf")
    assert nova["placement"]["region_name"] == region
    assert nova["barbican"]["barbican_endpoint"].endswith(str(lab.port("barbican", region)))
    assert f"/{region}_nova?" in nova["database"]["connection"]
    assert nova["DEFAULT"]["transport_url"].endswith(f"/{region}")
    cinder = read(lab, region, "cinder", "cinder.conf")
    assert cinder["DEFAULT"]["enabled_backends"].split(",") == list(lab.layout.region(region).zones)


@pytest.mark.parametrize("region", ["metro", "remote"])
def test_a_hypervisor_knows_no_database(lab: Lab, region: str) -> None:
    assert not [name for name in read(lab, region, "nova", "compute.conf") if "database" in name]
    computes = [s for s in services.processes(lab) if s.name.startswith("nova-compute-")]
    assert computes
    assert not [s.name for s in computes if any(word.endswith("nova.conf") for word in s.args)]


def test_processes_have_names_of_their_own_and_the_database_comes_first(lab: Lab) -> None:
    names = [service.name for service in services.processes(lab)]
    assert len(set(names)) == len(names)
    assert names[:3] == ["mariadb", "epmd", "rabbitmq"]
    assert {f"nova-compute-{host}" for host in lab.layout.facts} <= set(names)
    assert "manila-share" in names


def test_each_process_says_in_one_way_what_it_runs(lab: Lab) -> None:
    for service in services.processes(lab):
        assert sum(map(bool, (service.command, service.script, service.wsgi))) == 1, service.name


@pytest.mark.item("7.2.3.1-a")
def test_generated_passwords_obey_keystone_s_rule() -> None:
    rule = re.compile(str(keystone.PASSWORD_RULES["password_regex"]))
    assert all(rule.match(record.password()) for _ in range(100))
    assert not any(map(rule.match, ("short1!A", "alllowercase1!", "NODIGITS!abcd", "NoSpecial1234")))


def test_labs_of_two_checkouts_have_places_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDCLOUD_CACHE", "/cache")
    one, other = place.of(Path("/one")), place.of(Path("/other"))
    assert one == place.of(Path("/one"))
    assert one.home.parent == other.home.parent == Path("/cache/lab")
    assert one.home != other.home


def test_ports_are_remembered(tmp_path: Path) -> None:
    where = place.Folders(tmp_path, tmp_path / "run")
    base = record.port_base(where, running=False)
    assert record.port_base(where, running=True) == base


def test_a_snapshot_belongs_to_its_ports_and_profile() -> None:
    assert record.digest(20000, "sample") == record.digest(20000, "sample")
    digests = {record.digest(20000, "sample"), record.digest(20048, "sample"), record.digest(20000, "all")}
    assert len(digests) == 3


@pytest.mark.parametrize("before", ["", "10.0.0.0/8,localhost"])
def test_clients_of_the_lab_go_past_a_proxy(lab: Lab, monkeypatch: pytest.MonkeyPatch, before: str) -> None:
    monkeypatch.setenv("http_proxy", "http://proxy.invalid:3128")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.setenv("no_proxy", before)
    for name, value in clouds.exports(lab).items():
        monkeypatch.setenv(name, value)
    assert not requests.utils.get_environ_proxies(lab.keystone)
    assert requests.utils.get_environ_proxies("http://example.org")
    assert before in clouds.exports(lab)["no_proxy"]
