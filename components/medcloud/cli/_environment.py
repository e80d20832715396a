"""``--environment``: which of a region file's environments is meant."""

from __future__ import annotations

from medcloud.cli._bilingual import option
from medcloud.text import Text

environment = option(
    "--environment",
    metavar="NAME",
    help=Text(
        "区域文件 environments 中的环境，有自己的锁文件  [默认: 生产]",
        "An environment of the region file, with a lock file of its own.  [default: production]",
    ),
)
