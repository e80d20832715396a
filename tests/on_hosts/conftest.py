"""One lab for all tests of this folder."""

from collections.abc import Iterator

import pytest

from tests.labs.hosts.lab import lab
from tests.on_hosts.bench import Bench

WANTED = [("anolis-8", "namespace"), ("uos-desktop-20", "namespace"), ("debian-12", "namespace")]


@pytest.fixture(scope="session")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    folder = tmp_path_factory.mktemp("hosts")
    with lab(folder / "checkout", WANTED) as (where, hosts):
        yield Bench(where, {host.system: host for host in hosts}, folder)
