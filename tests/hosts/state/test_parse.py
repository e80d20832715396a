"""What the gathering script's archive becomes."""

from __future__ import annotations

import base64
import gzip
import io
import tarfile

from medcloud.hosts.state import Asked, parse

ASKED = Asked(reads=("/etc/*", "/lib/*", "/usr/lib/*"))


def test_a_file_that_two_globs_find_keeps_its_content() -> None:
    """tar writes the second one as a hard link to the first."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        first = tarfile.TarInfo("/etc/a")
        first.size = 2
        tar.addfile(first, io.BytesIO(b"x\n"))
        again = tarfile.TarInfo("/etc/a")
        again.type, again.linkname = tarfile.LNKTYPE, "/etc/a"
        tar.addfile(again)
    files = base64.b64encode(out.getvalue()).decode()
    text = f"@@ files\n{files}\n@@= files 0\n@@ rights\n@@= rights 0\n"
    found = parse(base64.b64encode(gzip.compress(text.encode())).decode(), ASKED)
    assert found.read("/etc/a") == b"x\n"


def test_a_link_has_the_file_at_its_end_under_every_name_that_it_is_found_by() -> None:
    """By way of a second link, and a second time as a hard link to the symbolic one."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        link = tarfile.TarInfo("/lib/a")
        link.type, link.linkname = tarfile.SYMTYPE, "../data/b"
        tar.addfile(link)
        again = tarfile.TarInfo("/usr/lib/a")
        again.type, again.linkname = tarfile.LNKTYPE, "/lib/a"
        tar.addfile(again)
        end = tarfile.TarInfo("/srv/c")
        end.size = 2
        tar.addfile(end, io.BytesIO(b"x\n"))
    files = base64.b64encode(out.getvalue()).decode()
    links = "/lib/a\n/srv/c\n/usr/lib/a\n/srv/c"
    text = f"@@ links\n{links}\n@@= links 0\n@@ files\n{files}\n@@= files 0\n@@ rights\n@@= rights 0\n"
    found = parse(base64.b64encode(gzip.compress(text.encode())).decode(), ASKED)
    assert found.read("/lib/a") == found.read("/usr/lib/a") == b"x\n"
    assert found.resolve("/usr/lib/a") == "/srv/c"
