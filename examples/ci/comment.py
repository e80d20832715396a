"""Has one comment of medcloud at a merge request, kept up to date: `python comment.py FILE`.

For GitLab and Gitea, out of the variables their jobs have and a TOKEN; GitHub has an action for it. Only an
own comment is changed: one that this token's user wrote and that begins with MARK.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

MARK = "<!-- medcloud review -->"
SECONDS = 60


class Forge(NamedTuple):
    """Where comments are, and how they are changed."""

    api: str
    comments: str
    """Those of the merge request, below the API's address."""
    comment: str
    """One of them, by its id."""
    change: str
    author: str
    """Where a comment says who wrote it."""
    header: tuple[str, str]


def forge() -> Forge:
    """The forge this job runs on. KeyError names the variable that is missing."""
    env = os.environ
    if "CI_API_V4_URL" in env:
        notes = f"/projects/{env['CI_PROJECT_ID']}/merge_requests/{env['CI_MERGE_REQUEST_IID']}/notes"
        token = ("PRIVATE-TOKEN", env["TOKEN"])
        return Forge(env["CI_API_V4_URL"], notes, f"{notes}/{{}}", "PUT", "author", token)
    issues = f"/repos/{env['GITHUB_REPOSITORY']}/issues"
    comments, comment = f"{issues}/{env['PULL_REQUEST']}/comments", f"{issues}/comments/{{}}"
    api = f"{env['GITHUB_SERVER_URL']}/api/v1"
    return Forge(api, comments, comment, "PATCH", "user", ("Authorization", f"token {env['TOKEN']}"))


def asked(at: Forge, path: str, method: str = "GET", body: str | None = None) -> tuple[Any, str]:
    """What the API answers, and its next page ("" is none)."""
    data = None if body is None else json.dumps({"body": body}).encode()
    headers = dict([at.header, ("Content-Type", "application/json")])
    request = Request(at.api + path, data, headers, method=method)  # noqa: S310  # the forge's own address
    with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310
        return json.load(answer), answer.headers.get("x-next-page") or ""


def listed(at: Forge) -> Iterator[dict[str, Any]]:
    """All comments of the merge request."""
    page = "1"
    while page:
        found, page = asked(at, f"{at.comments}?per_page=100&page={page}")
        yield from found


def own(at: Forge) -> int | None:
    """The id of the comment made before."""
    me = asked(at, "/user")[0]["id"]
    mine = (c for c in listed(at) if c["body"].startswith(MARK) and c[at.author]["id"] == me)
    return next((int(comment["id"]) for comment in mine), None)


def main() -> None:
    """Change the comment, or make it."""
    try:
        at, text = forge(), f"{MARK}\n{Path(sys.argv[1]).read_text('utf-8')}"
        before = own(at)
        if before is None:
            asked(at, at.comments, "POST", text)
        else:
            asked(at, at.comment.format(before), at.change, text)
    except KeyError as error:
        sys.exit(f"缺少变量 / this variable is missing: {error}")
    except HTTPError as error:
        sys.exit(
            f"代码平台拒绝评论 / the forge refused the comment: {error.code} {error.reason}: {error.url}"
        )
    except (OSError, URLError) as error:
        sys.exit(f"无法评论 / no comment was made: {error}")


if __name__ == "__main__":
    main()
