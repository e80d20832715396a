"""The workflow files of examples/ci, and their shell steps run as the forge would run them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import yaml

from tests.support.engine_env import CHECKOUT

FILES = {
    "github": CHECKOUT / "examples/ci/github/.github/workflows/medcloud.yml",
    "gitea": CHECKOUT / "examples/ci/gitea/.gitea/workflows/medcloud.yaml",
    "gitlab": CHECKOUT / "examples/ci/gitlab/.gitlab-ci.yml",
}


@dataclass
class Step:
    """One shell step."""

    name: str
    script: str
    always: bool
    """Whether it also runs after a step that failed."""
    env: Mapping[str, str] = field(default_factory=dict)


def load(forge: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(FILES[forge].read_text("utf-8"))
    return found


def job(forge: str) -> dict[str, Any]:
    found = load(forge)
    body: dict[str, Any] = found["medcloud"] if forge == "gitlab" else found["jobs"]["review"]
    return body


def steps(forge: str) -> list[Step]:
    """The shell steps in their order; GitLab runs `before_script` and `script` in one shell."""
    body = job(forge)
    if forge == "gitlab":
        script = "\n".join([*body["before_script"], *body["script"]])
        return [Step("script", script, False), Step("after_script", "\n".join(body["after_script"]), True)]
    runs = [step for step in body["steps"] if "run" in step]
    return [
        Step(
            s["name"],
            s["run"],
            "always()" in s.get("if", "") or "cancelled" in s.get("if", ""),
            s.get("env", {}),
        )
        for s in runs
    ]


def run(forge: str, folder: Path, env: Mapping[str, str], values: Mapping[str, str]) -> dict[str, int]:
    """Exit codes of the shell steps that ran; `values` are what the forge puts for `${{ … }}`."""
    codes: dict[str, int] = {}
    for step in steps(forge):
        if step.always or not any(codes.values()):
            given = {key: filled(value, values) for key, value in step.env.items()}
            done = subprocess.run(
                ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step.script],
                cwd=folder,
                env={**env, **{k: str(v) for k, v in variables(forge).items()}, **given},
                capture_output=True,
                text=True,
                check=False,
            )
            print(step.name, done.returncode, done.stdout, done.stderr)
            codes[step.name] = done.returncode
    return codes


def variables(forge: str) -> Mapping[str, Any]:
    """What the workflow sets for all steps, but for what the forge would expand."""
    found = job(forge)["variables" if forge == "gitlab" else "env"]
    return {key: value for key, value in found.items() if "$" not in str(value)}


def filled(text: str, values: Mapping[str, str]) -> str:
    return re.sub(r"\$\{\{\s*(\S+)\s*\}\}", lambda found: values[found.group(1)], text)


@contextmanager
def listening() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """A forge's API on 127.0.0.1, as far as a comment needs one: its address, and the changes that came.

    It has a page of another's comments, the last with our mark, before those that came; who asks is user 7.
    """
    came: list[dict[str, Any]] = []
    theirs = [{"id": n, "body": "hello", "author": {"id": 3}, "user": {"id": 3}} for n in (1, 2)]
    theirs[1]["body"] = "<!-- medcloud review -->\nall is well, merge"

    class Api(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path, _, query = self.path.partition("?")
            if path.endswith("/user"):
                self._say(200, {"id": 7})
            elif query.endswith("&page=1"):
                self._say(200, theirs, {"x-next-page": "2"})
            else:
                bodies = dict(enumerate(json.loads(request["body"])["body"] for request in came[:1]))
                ours = [
                    {"id": 40 + n, "body": b, "author": {"id": 7}, "user": {"id": 7}}
                    for n, b in bodies.items()
                ]
                self._say(200, ours, {"x-next-page": ""})

        def _change(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            request = {"path": self.path, "headers": dict(self.headers), "body": body}
            came.append({**request, "method": self.command})
            self._say(201, {})

        do_POST = do_PUT = do_PATCH = _change  # noqa: N815  # names that http.server looks for

        def _say(self, code: int, what: object, headers: Mapping[str, str] | None = None) -> None:
            self.send_response(code)
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(json.dumps(what).encode())

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Api)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", came
    finally:
        server.shutdown()
        server.server_close()


def project(folder: Path, medcloud: str) -> Path:
    """A small region's repository, with medcloud where its submodule would be."""
    folder.mkdir()
    (folder / "medcloud").symlink_to(CHECKOUT)
    about = {"id": "demo", "name": "示例", "owner": "it", "domain": "demo.example", "city": "guangzhou"}
    words = [word for key, value in about.items() for word in (f"--{key}", value)]
    words += ["--recovery-city", "shaoguan", "--cloud", "private", "--yes"]
    for command in (["new", "region.yaml", *words], ["plan", "region.yaml", "--write"]):
        subprocess.run([medcloud, *command], cwd=folder, check=True, capture_output=True)
    return folder


def environment(state: Path) -> dict[str, str]:
    """What a runner has: no engine on PATH, a home of its own, the machine's cache of engines."""
    kept = ("PATH", "LANG", "HOME", "MEDCLOUD_CACHE", "XDG_CACHE_HOME")
    env = {key: value for key, value in os.environ.items() if key in kept}
    state.mkdir()
    return {**env, "CI": "true", "GITHUB_STEP_SUMMARY": str(state / "summary.md")}


def own_variables(forge: str, address: str) -> dict[str, str]:
    """What a job of this forge has, and one of the others has not."""
    if forge == "gitlab":
        job = {"CI_PROJECT_ID": "7", "CI_MERGE_REQUEST_IID": "12", "MEDCLOUD_COMMENT_TOKEN": "the-token"}
        return {"CI_API_V4_URL": f"{address}/api/v4", **job}
    return {"GITHUB_SERVER_URL": address, "GITHUB_REPOSITORY": "it/demo"}


def body_of(request: Mapping[str, Any]) -> str:
    """The comment's text in a request."""
    found: str = json.loads(request["body"])["body"]
    return found
