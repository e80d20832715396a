"""A plan of medcloud's as a playbook of ansible's own modules, one control after the other.

A file where a control adds or replaces one line: lineinfile. Other files: copy. Rights: file. What is to be
done besides (reloads, sysctl -w, chage): shell, by handlers, where a control has files; else by tasks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import ndiff
from typing import Any

from medcloud.hosts.audit.judge import Target
from medcloud.hosts.audit.plan import plan
from medcloud.hosts.change.overlay import Overlay
from medcloud.hosts.controls.control import Control

Task = dict[str, Any]


def playbook(host: Target, controls: Sequence[Control]) -> tuple[list[dict[str, Any]], list[str]]:
    """The play, and the ids of the controls that it sets on a host like this one."""
    whole = plan(host, controls)
    tasks: list[Task] = []
    done: list[str] = []
    for control in controls:
        if control.id not in whole.changing:
            continue
        own = plan(host, [control]).overlay
        mine = [*_files(host, control.id, own, whole.overlay), *_rights(control.id, own)]
        told = [action.do for action in own.actions]
        alone = [{"name": f"{control.id}: {do}", "ansible.builtin.shell": do} for do in told if not mine]
        tasks += [{**task, **({"notify": told} if told else {})} for task in mine] + alone
        done.append(control.id)
    ordered = sorted(whole.overlay.actions, key=lambda action: action.stage)
    handlers = [{"name": action.do, "ansible.builtin.shell": action.do} for action in ordered]
    play = {"hosts": "all", "gather_facts": False, "become": True, "tasks": tasks, "handlers": handlers}
    return [play], done


def _files(host: Target, control: str, own: Overlay, whole: Overlay) -> Iterator[Task]:
    for path in sorted(own.files):
        line = _one_line(host.state.read(path), own.files[path].content)
        final = whole.files[path]
        mode = whole.rights[path].mode if path in whole.rights else final.mode
        rights = {} if mode is None else {"mode": f"{mode:04o}"}
        if line:
            module = {"path": path, "regexp": rf"^\s*#?\s*{re.escape(line.split()[0])}\b", "line": line}
            yield {"name": f"{control} {path}", "ansible.builtin.lineinfile": {**module, **rights}}
            continue
        folder = path.rpartition("/")[0]
        if host.state.read(path) is None and folder.endswith(".d"):
            yield {"name": folder, "ansible.builtin.file": {"path": folder, "state": "directory"}}
        content = {"dest": path, "content": final.content.decode(), **rights}
        yield {"name": f"{control} {path}", "ansible.builtin.copy": content}
    for path in sorted(own.removed):
        yield {"name": f"{control} {path}", "ansible.builtin.file": {"path": path, "state": "absent"}}


def _one_line(before: bytes | None, after: bytes) -> str:
    """The line, where one was added or took another's place and that is all."""
    if before is None:
        return ""
    marks = list(ndiff(before.decode().splitlines(), after.decode().splitlines()))
    added = [mark[2:] for mark in marks if mark.startswith("+ ")]
    removed = [mark[2:] for mark in marks if mark.startswith("- ")]
    if len(added) != 1 or len(removed) > 1 or " " not in added[0]:
        return ""
    word = added[0].split()[0]
    same = [line for line in before.decode().splitlines() if re.match(rf"\s*#?\s*{re.escape(word)}\b", line)]
    return added[0] if len(same) <= 1 and same == removed else ""


def _rights(control: str, own: Overlay) -> Iterator[Task]:
    for path, rights in sorted(own.rights.items()):
        if path in own.files:
            continue
        owner, _, group = (rights.owner or "").partition(":")
        wanted = {
            "mode": None if rights.mode is None else f"{rights.mode:04o}",
            "owner": owner,
            "group": group,
        }
        module = {"path": path, **{key: value for key, value in wanted.items() if value}}
        yield {"name": f"{control} {path}", "ansible.builtin.file": module}
