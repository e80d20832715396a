"""``python -m tools.prove``: does a test fail when what decides an item is switched off?"""

from __future__ import annotations

import sys

import click
import pytest

from medcloud.matrix import checkout, deciders, digests
from medcloud.matrix.decider import Decider
from medcloud.matrix.proofs import Record
from medcloud.text import Text
from tools.prove.record import keep, release
from tools.prove.report import report
from tools.prove.session import Prover

_ARGS = (
    "-s",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:xdist",
    "-qq",
    "--no-summary",
    "-m",
    "not engine and not lab",
)


_HELP = Text(
    "逐一关闭每条规则、约束、推导与控制，看带有其条款标记的测试是否失败。退出码：0 全部察觉，1 有存活。",
    "Switch each rule, constraint, derivation and control off in turn, in memory, and see whether a test "
    "with the mark of its item fails. Exit: 0 all noticed, 1 something survives.",
)


@click.command(context_settings={"help_option_names": ["-h", "--help"]}, help=str(_HELP))
@click.option(
    "--only",
    multiple=True,
    metavar="WORD",
    help=str(Text("条款、种类或名称的一部分", "item, kind or part of a name")),
)
@click.option(
    "--changed",
    is_flag=True,
    help=str(Text("只验证过期或未验证的", "only what is stale or was never proven")),
)
@click.option(
    "--jobs",
    default=2,
    show_default=True,
    type=click.IntRange(1, 64),
    help=str(Text("并行数", "children at a time")),
)
@click.option(
    "--hints",
    is_flag=True,
    help=str(Text("也试无标记的测试", "for survivors, try tests without the mark too")),
)
@click.option(
    "--parts", is_flag=True, help=str(Text("列出推导中未察觉的改动", "list unnoticed changes of derivations"))
)
@click.option(
    "--release", "keeps", is_flag=True, help=str(Text("写入随包发布的记录", "keep the proofs in the package"))
)
def main(  # noqa: PLR0917  # click passes them by name
    only: tuple[str, ...], changed: bool, jobs: int, hints: bool, parts: bool, keeps: bool
) -> None:
    """Switch each rule, constraint, derivation and control off in turn, in memory."""
    root = checkout()
    if root is None:
        raise click.ClickException(str(Text("须在工作副本中运行", "runs in a working copy only")))
    chosen = [decider for decider in deciders() if _wanted(decider, only)]
    if not chosen:
        words = " ".join(only)
        raise click.ClickException(str(Text(f"没有这样的: {words}", f"there is nothing like: {words}")))
    if changed:
        record = Record(root)
        chosen = [d for d in chosen if any(record.proof(d, i).state != "noticed" for i in d.items)]
    for path in (root / "tests").rglob("*.py"):
        digests.of_file(path)  # kept as they are now: what is edited during the run was not what ran
    digests.of_code()
    prover = Prover(chosen, jobs, _say, hints=hints)
    if chosen:
        code = pytest.main([*_ARGS, f"--rootdir={root}", str(root / "tests")], plugins=[prover])
        _say("")
        if not prover.seconds:
            raise click.ClickException(
                str(Text(f"测试无法收集: {code!r}", f"the tests cannot be collected: {code!r}"))
            )
        keep(root, prover.outcomes.values(), prover.seconds)
    if keeps:
        release(root)
    click.echo("\n".join(map(str, report(prover, parts=parts))))
    sys.exit(any(outcome.survives for outcome in prover.outcomes.values()) or bool(prover.broken))


def _wanted(decider: Decider, only: tuple[str, ...]) -> bool:
    words = (*decider.items, decider.kind)
    return not only or any(word in words or word in decider.key for word in only)


def _say(text: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()


if __name__ == "__main__":
    main()
