"""A connection whose other side is gone ends by itself."""

import gevent  # type: ignore[import-untyped]  # it has no types
import pytest
from paramiko import ProxyCommand, ProxyCommandFailure, Transport

from medcloud.hosts.run import alive
from medcloud.hosts.run.proxy_command import end_as_sockets_do


class _Transport:
    """Answers after some seconds."""

    def __init__(self, seconds: float) -> None:
        self.seconds, self.open, self.asked = seconds, True, 0

    def is_active(self) -> bool:
        return self.open

    def global_request(self, _kind: str, wait: bool) -> None:
        assert wait
        self.asked += 1
        gevent.sleep(self.seconds)

    def close(self) -> None:
        self.open = False


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alive, "EVERY", 0.01)
    monkeypatch.setattr(alive, "PATIENCE", 0.2)


def test_silence_closes() -> None:
    silent = _Transport(60)
    with alive.watched(silent):  # type: ignore[arg-type]  # stands in for paramiko's
        gevent.sleep(1)
    assert not silent.open


def test_a_connection_that_breaks_while_asked_is_closed_in_silence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    class Broken(_Transport):
        def global_request(self, _kind: str, wait: bool) -> None:
            raise ProxyCommandFailure("nc", "Broken pipe")

    broken = Broken(0)
    with alive.watched(broken):  # type: ignore[arg-type]  # stands in for paramiko's
        gevent.sleep(0.5)
    assert not broken.open
    assert capsys.readouterr().err == ""


def test_answers_keep_it_open_and_nobody_asks_after_the_command() -> None:
    there = _Transport(0)
    with alive.watched(there):  # type: ignore[arg-type]  # stands in for paramiko's
        while there.asked < 3:
            gevent.sleep(0.01)
    gevent.sleep(0)
    asked = there.asked
    gevent.sleep(0.1)
    assert there.open
    assert there.asked == asked


def test_a_proxy_command_that_has_ended_is_closed_in_silence() -> None:
    end_as_sockets_do()
    proxy = ProxyCommand("true")
    proxy.process.wait()
    proxy.close()


def test_a_proxy_command_that_has_ended_says_so_to_who_reads() -> None:
    """paramiko's own asks for ever, so that the thread of a session that is over takes a whole processor."""
    end_as_sockets_do()
    with gevent.Timeout(20):
        proxy = ProxyCommand("printf abc")
        assert [proxy.recv(2), proxy.recv(9), proxy.recv(9)] == [b"ab", b"c", b""]
        silent = ProxyCommand("sleep 60")
        silent.settimeout(0.05)
        with pytest.raises(TimeoutError):
            silent.recv(1)
        silent.close()


def test_a_session_over_a_proxy_command_that_has_ended_is_over() -> None:
    end_as_sockets_do()
    transport = Transport(ProxyCommand("sh -c 'echo SSH-2.0-none; sleep 0.2'"))
    with pytest.raises(EOFError):
        transport.start_client(timeout=20)
    transport.join(20)
    assert not transport.is_alive()
