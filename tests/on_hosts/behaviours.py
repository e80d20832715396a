"""What a hardened host does, each asked of a running host from outside: True when it does.

A host that was not hardened must answer False: that is how each of these is seen to fail.
Nothing here reads a configuration file.
"""

from __future__ import annotations

import threading
import time

from labs.hosts.api import LabHost
from labs.hosts.spec import GATEWAY, GATEWAY6
from tests.on_hosts.bench import Bench, ssh, ssh_password

FIRST, SECOND = "Qk7#lantern-Orchid", "Vz4!granite-Meadow"
PERSON = "clerk"
SLOW = 30  # s that an emulated host on a busy machine may take for what must come
_LISTENING = threading.Lock()
"""Hosts that are asked at once share the network that listens."""
_BACK = """
import struct, sys
path, seconds = "/run/faillock/" + sys.argv[1], int(sys.argv[2])
import os
path = next(p for p in (path, "/var/lib/faillock/" + sys.argv[1], "/var/log/faillock/" + sys.argv[1])
            if os.path.exists(p))
data = bytearray(open(path, "rb").read())
for at in range(56, len(data), 64):  # struct tally: source[52], two shorts, the time
    (when,) = struct.unpack_from("=Q", data, at)
    struct.pack_into("=Q", data, at, when - seconds)
open(path, "wb").write(data)
"""


def new_password(host: LabHost, user: str, password: str) -> None:
    """Give an account a password past PAM, and forget its failures and former passwords."""
    host.run("chpasswd -c YESCRYPT", stdin=f"{user}:{password}\n", check=True)
    host.run(
        f"chage -d $(date -d '-10 days' +%F) {user}; rm -f /etc/security/opasswd;"
        f"faillock --user {user} --reset 2>/dev/null; rm -f /*/faillock/{user} /var/*/faillock/{user}"
    )


def failures_age(host: LabHost, user: str, seconds: int) -> None:
    """Make the recorded failures older, as if that time had passed."""
    host.run(["python3", "-c", _BACK, user, str(seconds)], check=True)


def locks_over_ssh(_bench: Bench, host: LabHost) -> bool:
    """Six wrong passwords lock; 29 minutes later it is locked, 31 minutes later open."""
    new_password(host, PERSON, FIRST)
    assert ssh_password(host, PERSON, FIRST).returncode == 0, "the right password before"
    for _ in range(6):
        assert ssh_password(host, PERSON, "wrong").returncode != 0
    locked = ssh_password(host, PERSON, FIRST).returncode != 0
    if locked:
        failures_age(host, PERSON, 29 * 60)
        locked = ssh_password(host, PERSON, FIRST).returncode != 0
        failures_age(host, PERSON, 2 * 60)
        assert ssh_password(host, PERSON, FIRST).returncode == 0, "open again after the time"
    return locked


def locks_root_at_the_console(_bench: Bench, host: LabHost) -> bool:
    """Root too, where it may use a password at all."""
    new_password(host, "root", FIRST)
    assert host.login("root", FIRST).admitted
    for _ in range(6):
        assert not host.login("root", "wrong").admitted
    locked = not host.login("root", FIRST).admitted
    if locked:
        failures_age(host, "root", 31 * 60)
        assert host.login("root", FIRST).admitted, "open again after the time"
    new_password(host, "root", FIRST)
    return locked


def _changes(host: LabHost, old: str, new: str, user: str = PERSON) -> bool:
    asked = f"{new}\n{new}\n" if user == "root" else f"{old}\n{new}\n{new}\n"
    return host.run(["passwd"], user=user, stdin=asked).returncode == 0


def refuses_weak(_bench: Bench, host: LabHost) -> bool:
    """The real passwd, by a person: too short, of one class, like the name; a good one is taken."""
    weak = ("Xk7#q", "mountainlakes", f"{PERSON}-{PERSON}", "Password-2")
    new_password(host, PERSON, FIRST)
    taken = [password for password in weak[:3] if _changes(host, FIRST, password)]
    if taken:
        return False
    assert _changes(host, FIRST, SECOND), "a good one is taken"
    return True


def refuses_a_weak_one_of_root(_bench: Bench, host: LabHost) -> bool:
    """Root's own passwd."""
    new_password(host, "root", FIRST)
    taken = _changes(host, "", "mountain", "root")
    new_password(host, "root", FIRST)
    return not taken


def refuses_an_old_one(_bench: Bench, host: LabHost) -> bool:
    """A password, another, and the first again."""
    new_password(host, PERSON, FIRST)
    assert _changes(host, FIRST, SECOND)
    host.run(f"chage -d $(date -d '-10 days' +%F) {PERSON}", check=True)
    return not _changes(host, SECOND, FIRST)


def demands_a_change_after_90_days(_bench: Bench, host: LabHost) -> bool:
    """Day 89 is let in, day 91 must change first."""
    new_password(host, PERSON, FIRST)
    host.run(f"chage -d $(date -d '-89 days' +%F) {PERSON}", check=True)
    assert ssh_password(host, PERSON, FIRST).returncode == 0, "day 89"
    host.run(f"chage -d $(date -d '-91 days' +%F) {PERSON}", check=True)
    refused = ssh_password(host, PERSON, FIRST)
    new_password(host, PERSON, FIRST)
    return refused.returncode != 0 and "expired" in (refused.stdout + refused.stderr).lower()


def refuses_su_outside_the_group(_bench: Bench, host: LabHost) -> bool:
    """With the right password of root."""
    new_password(host, "root", FIRST)
    su = ["su", "-c", "id -u", "root"]
    outside = host.run(su, user=PERSON, stdin=f"{FIRST}\n")
    host.run(f"groupadd -f wheel; usermod -aG wheel {PERSON}", check=True)
    inside = host.run(su, user=PERSON, stdin=f"{FIRST}\n")
    host.run(f"gpasswd -d {PERSON} wheel", check=True)
    assert inside.stdout.strip() == "0", inside.stderr
    return outside.returncode != 0


def ends_an_idle_session(_bench: Bench, host: LabHost) -> bool:
    """A shell on a terminal where nobody types (the figure is the strictest there is, 60 s)."""
    begun = time.monotonic()
    shell = f"timeout 90 runuser -u {PERSON} -- script -qec 'bash -l' /dev/null"
    # a keyboard that is there and silent: an end of input would end the shell by itself
    keyboard = "pipe=$(mktemp -u); mkfifo $pipe; chmod 666 $pipe; exec 0<>$pipe; rm $pipe"
    done = host.run(f"{keyboard}; {shell}", timeout=120)
    return done.returncode != 124 and 50 < time.monotonic() - begun < 85


def refuses_a_forbidden_cipher(_bench: Bench, host: LabHost) -> bool:
    """A real client offers only one that a fresh OpenSSH would take; one on the list is taken."""
    assert ssh(host, "true", "-c", "aes256-gcm@openssh.com").returncode == 0
    refused = ssh(host, "true", "-c", "chacha20-poly1305@openssh.com")
    return refused.returncode != 0 and "no matching cipher" in refused.stderr


def refuses_a_forbidden_mac(_bench: Bench, host: LabHost) -> bool:
    """The same with a MAC."""
    refused = ssh(host, "true", "-m", "hmac-sha1", "-c", "aes256-ctr")
    return refused.returncode != 0 and "no matching MAC" in refused.stderr


def drops_what_is_not_in_the_plan(bench: Bench, host: LabHost) -> bool:
    """Two ports listen; the one of a flow is reached over IPv4 and IPv6, the other over neither."""
    ports = (8443, 8080)
    listen = "; ".join(f"systemd-run -q --unit=lab-{p} python3 -m http.server --bind :: {p}" for p in ports)
    bound = " or ".join(f"sport = :{port}" for port in ports)
    wait = f"until [ $(ss -Hltn '{bound}' | wc -l) = {len(ports)} ]; do sleep 0.2; done"
    host.run(f"{listen}; {wait}", check=True)
    try:
        reached = {
            (port, address): _connects(bench, address, port, within)
            for port, within in ((8443, SLOW), (8080, 3))
            for address in (host.address, host.address6)
        }
    finally:
        host.run("systemctl stop " + " ".join(f"lab-{port}" for port in ports))
    assert all(reached[8443, address] for address in (host.address, host.address6)), reached
    return not any(reached[8080, address] for address in (host.address, host.address6))


def lets_nothing_else_out(bench: Bench, host: LabHost) -> bool:
    """Two ports listen elsewhere: that of a flow is reached over v4 and v6, the other refused at once."""
    with _LISTENING:
        listeners = [bench.listen(port) for port in (8443, 8080)]
        try:
            codes = {
                (port, address): host.run(
                    f"timeout {SLOW} bash -c 'exec 3<>/dev/tcp/{address}/{port}'"
                ).returncode
                for port in (8443, 8080)
                for address in (GATEWAY, GATEWAY6)
            }
        finally:
            for listener in listeners:
                listener.kill()
                listener.wait()
    assert all(codes[8443, address] == 0 for address in (GATEWAY, GATEWAY6)), codes
    return all(codes[8080, address] == 1 for address in (GATEWAY, GATEWAY6))  # 124: it waited in vain


def _connects(bench: Bench, address: str, port: int, within: int) -> bool:
    words = ["timeout", str(within), "bash", "-c", f"exec 3<>/dev/tcp/{address}/{port}"]
    return bench.from_outside(words).returncode == 0


def gives_new_files_to_their_owner(_bench: Bench, host: LabHost) -> bool:
    """What a login makes, nobody else reads."""
    made = ssh(host, "bash -lc 'rm -f made; touch made; stat -c %a made; rm made'").stdout.strip()
    return made in ("600", "640")


def writes_no_core(_bench: Bench, host: LabHost) -> bool:
    """A login cannot raise the limit again."""
    return ssh(host, "ulimit -Hc").stdout.strip() == "0"


def logs_sudo(_bench: Bench, host: LabHost) -> bool:
    """Who ran what, in a file of its own."""
    ssh(host, "sudo -n /usr/bin/id -u")
    return "COMMAND=/usr/bin/id -u" in host.run("cat /var/log/sudo.log").stdout
