import asyncio

import pulumi
import pytest

from medcloud.cloud import Settings
from tests.cloud.recorder import deploy

CONFIG = {
    "medcloud:certificate": "CERT",
    "medcloud:certificateKey": "KEY",
    "medcloud:linkKey": "LINK",
    "medcloud:syncKey": "SYNC",
    "medcloud:protectData": "true",
    "medcloud:replication": '{"r1": "//realm/remote/AUTH_1"}',
}


def read(config: dict[str, str]) -> Settings:
    found: list[Settings] = []
    deploy(lambda: found.append(Settings.read()), config=config)
    return found[0]


@pytest.mark.parametrize("name", ["certificate", "certificate_key", "link_key", "sync_key"])
def test_keys_are_read_as_secrets(name: str) -> None:
    secrets: list[object] = []

    def program() -> None:
        value: pulumi.Output[str] = getattr(Settings.read(), name)
        answer = asyncio.ensure_future(value.is_secret())
        answer.add_done_callback(lambda done: secrets.append(done.result()))

    deploy(program, config=CONFIG)
    assert secrets == [True]


def test_careful_defaults() -> None:
    settings = read({})
    assert (settings.protect_data, settings.purge, dict(settings.replication)) == (False, False, {})
    assert settings.link_key is None


def test_switches_and_places_of_copies() -> None:
    settings = read(CONFIG)
    assert settings.protect_data and not settings.purge
    assert settings.replication == {"r1": "//realm/remote/AUTH_1"}
