"""From what the script printed to a HostState."""

from __future__ import annotations

import base64
import binascii
import gzip
import io
import re
import tarfile
from dataclasses import replace

from medcloud.hosts.errors import HostFailed
from medcloud.hosts.state.asked import Asked
from medcloud.hosts.state.facts import HostFile
from medcloud.hosts.state.host_state import HostState, Section
from medcloud.hosts.state.script import MARK
from medcloud.text import Text

_BEGIN, _END = re.compile(r"@@ (\w+)"), re.compile(r"@@= (\w+) (\d+)")


def parse(printed: str, asked: Asked) -> HostState:
    """The state that `asked` made the script print; HostFailed when it is cut short or is something else."""
    try:
        text = gzip.decompress(base64.b64decode(printed.rpartition(MARK)[2])).decode(
            "utf-8", "surrogateescape"
        )
    except (binascii.Error, OSError, EOFError, ValueError):
        raise HostFailed(
            Text(
                "事实采集的输出不完整：主机须有 gzip 与 base64",
                "what was gathered is cut short: the host needs gzip and base64",
            )
        ) from None
    sections = _sections(text)
    if "rights" not in sections:
        raise HostFailed(Text("事实采集中断", "gathering was cut short"))
    archive, links = sections.pop("files"), sections.pop("links", Section(()))
    return HostState(sections, _behind(_files(archive), links), asked)


def _sections(text: str) -> dict[str, Section]:
    found: dict[str, Section] = {}
    lines: list[str] = []
    for line in text.split("\n"):
        if _BEGIN.fullmatch(line):
            lines = []
        elif end := _END.fullmatch(line):
            while lines and not lines[-1]:
                lines.pop()
            found[end[1]] = Section(tuple(lines), int(end[2]))
        else:
            lines.append(line)
    return found


def _files(archive: Section) -> dict[str, HostFile]:
    try:
        data = base64.b64decode("".join(archive.lines))
        with tarfile.open(fileobj=io.BytesIO(data)) as tar:
            found: dict[str, HostFile] = {}
            for member in tar:
                # the same file under a second name is a hard link to the first, a symbolic link too
                same = found.get(_path(member.linkname)) if member.islnk() else None
                found[_path(member.name)] = same or _file(tar, member)
            return found
    except (binascii.Error, tarfile.TarError):
        raise HostFailed(
            Text("不能读取配置文件：主机须有 tar", "configuration files were not read: the host needs tar")
        ) from None


def _path(name: str) -> str:
    return "/" + name.lstrip("/")


def _behind(files: dict[str, HostFile], links: Section) -> dict[str, HostFile]:
    """The files, each link with the file at its end as its target."""
    ends = dict(zip(links.lines[::2], links.lines[1::2], strict=False))
    return {
        path: replace(file, target=ends[path]) if file.target and path in ends else file
        for path, file in files.items()
    }


def _file(tar: tarfile.TarFile, member: tarfile.TarInfo) -> HostFile:
    body = tar.extractfile(member) if member.isfile() else None
    return HostFile(
        content=body.read() if body else b"",
        mode=member.mode,
        uid=member.uid,
        gid=member.gid,
        target=member.linkname if member.issym() else "",
    )
