"""Many hosts at once: what one of them brings about stays its own."""

import pytest

from medcloud.hosts.apply.link import Link
from medcloud.hosts.errors import HostFailed
from medcloud.hosts.inventory import HostEntry
from medcloud.hosts.run import engine
from medcloud.hosts.run.pyinfra_link import PyinfraLink


class _Client:
    def close(self) -> None:
        raise ProcessLookupError("the proxy command has ended")


class _Connector:
    client = _Client()
    closed = False

    def disconnect(self) -> None:
        self.closed = True


def test_a_connection_that_ended_by_itself_is_closed_in_silence() -> None:
    link = PyinfraLink.__new__(PyinfraLink)
    link.connector = connector = _Connector()  # type: ignore[assignment]  # stands in for one of pyinfra
    link.close()
    assert connector.closed


def test_what_nobody_foresaw_on_one_host_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    class Nothing:
        def __init__(self, _host: object) -> None: ...

        def close(self) -> None: ...

    def work(entry: HostEntry, _link: Link) -> str:
        if entry.name == "odd":
            raise RuntimeError("nobody foresaw this")
        return "done"

    monkeypatch.setattr(engine, "PyinfraLink", Nothing)
    came: dict[str, object] = {}
    hosts = [HostEntry(name=name, address="127.0.0.1") for name in ("odd", "even")]
    engine.each(hosts, work, lambda entry, result, _: came.__setitem__(entry.name, result))
    assert came["even"] == "done"
    assert isinstance(came["odd"], HostFailed)
    assert "nobody foresaw this" in str(came["odd"])
