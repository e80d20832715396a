"""The lab for tests marked `lab`: the fixture `lab`."""

import os
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from openstack.connection import Connection

import openstack

CHECKOUT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Lab:
    """A running lab. `env` is this process's environment with the variables that clients of the lab need."""

    env: dict[str, str]

    @property
    def clouds(self) -> Path:
        """clouds.yaml, with the clouds private, private-member, public and edge."""
        return Path(self.env["OS_CLIENT_CONFIG_FILE"])

    def connect(self, cloud: str = "private", region: str = "metro") -> Connection:
        """An openstacksdk connection: an eye of its own on the control plane."""
        config = openstack.config.OpenStackConfig(config_files=[str(self.clouds)], load_envvars=False)
        return openstack.connection.Connection(config=config.get_one(cloud, region_name=region))

    def command(self, *words: str) -> str:
        """Run `python -m labs.openstack WORDS`; what it printed. CalledProcessError if it failed."""
        return command(*words)


def command(*words: str) -> str:
    """Run `python -m labs.openstack WORDS`; what it printed. CalledProcessError if it failed."""
    full = [sys.executable, "-m", "labs.openstack", *words]
    done = subprocess.run(full, cwd=CHECKOUT, check=True, capture_output=True, text=True, timeout=1200)
    return done.stdout


def environment() -> dict[str, str]:
    """The environment for clients of the running lab, without anything else that begins with OS_."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("OS_")}
    for line in command("env").splitlines():
        name, _, value = line.removeprefix("export ").partition("=")
        env[name] = shlex.split(value)[0]
    return env


@pytest.fixture(scope="session")
def lab() -> Lab:
    """The checkout's lab, brought up if it is not; it is left running."""
    command("up")
    env = environment()
    os.environ.update(
        {name: env[name] for name in ("no_proxy", "NO_PROXY")}
    )  # for connections of this process
    return Lab(env)
