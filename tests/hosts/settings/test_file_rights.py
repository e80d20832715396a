"""Rights are not asked of file systems that cannot give them: one failed chmod would undo a whole run."""

from medcloud.hosts.audit.plan import plan
from medcloud.hosts.controls import catalogue
from tests.hosts.states import host


def test_what_is_read_only_is_left_alone_and_said_so() -> None:
    mounts = "/dev/vda1 / ext4 rw 0 0\n/dev/vda2 /usr ext4 ro 0 0"
    rights = {"/usr/bin": "d 775 root root", "/etc": "d 755 root root"}
    case = {"state": {"mounts": mounts, "rights": rights}}
    planned = plan(host(case, "system-folders"), [catalogue.control("system-folders")])
    assert planned.overlay.empty
    assert "/usr/bin" in planned.before[0].findings[-1].en
    assert "read only" in planned.before[0].findings[-1].en


def test_the_longest_mount_point_counts() -> None:
    mounts = "/dev/vda1 / ext4 ro 0 0\n/dev/vda2 /usr ext4 rw 0 0\n/dev/vda3 /us ext4 ro 0 0"
    case = {"state": {"mounts": mounts, "rights": {"/usr/bin": "d 775 root root"}}}
    planned = plan(host(case, "system-folders"), [catalogue.control("system-folders")])
    assert planned.overlay.rights["/usr/bin"].mode == 0o755
