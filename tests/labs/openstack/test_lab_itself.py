"""The running lab as a thing to operate: a second up, a dead service, what status says."""

import json
import os
import signal
from typing import Any

import pytest
import requests

from tests.support.lab_env import Lab

pytestmark = pytest.mark.lab


def services(lab: Lab) -> dict[str, Any]:
    return {row["name"]: row for row in json.loads(lab.command("status", "--json"))["services"]}


def test_a_second_up_touches_nothing(lab: Lab) -> None:
    before = {name: row["pid"] for name, row in services(lab).items()}
    lab.command("up")
    assert {name: row["pid"] for name, row in services(lab).items()} == before


def test_up_restarts_what_died_and_nothing_else(lab: Lab) -> None:
    before = services(lab)
    dead = before["glance-api-remote"]["pid"]
    os.kill(dead, signal.SIGKILL)
    lab.command("up")
    after = services(lab)
    changed = {name for name in after if after[name]["pid"] != before[name]["pid"]}
    assert changed == {"glance-api-remote"}
    assert after["glance-api-remote"]["state"] == "up"
    version = requests.get(f"http://127.0.0.1:{after['glance-api-remote']['port']}/versions", timeout=60)
    assert version.json()["versions"]


def test_a_stopped_service_is_missed_and_comes_back(lab: Lab) -> None:
    port = services(lab)["glance-api-remote"]["port"]
    lab.command("stop", "glance-api-remote")
    try:
        with pytest.raises(requests.exceptions.ConnectionError):
            requests.get(f"http://127.0.0.1:{port}", timeout=10)
    finally:
        lab.command("start", "glance-api-remote")
    assert services(lab)["glance-api-remote"]["state"] == "up"


def test_status_tells_region_port_and_memory(lab: Lab) -> None:
    rows = services(lab)
    assert rows["nova-compute-r1-h1"]["region"] == "remote"
    assert rows["neutron-api-metro"]["region"] == "metro"
    assert rows["keystone"]["region"] == "*"
    assert rows["keystone"]["memory"] > 20
    assert all(row["port"] < 32768 for row in rows.values())
