"""From what a person asks for to the review: which files, which preview."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from medcloud.engine.event_log import EventLog, parse, table_of, text_of
from medcloud.engine.projects import project_file
from medcloud.model import RegionError
from medcloud.plan import LockRefused, PlanRefused
from medcloud.plan.region import RegionPlan
from medcloud.region_files import confirm_path, open_plan, trust_path, waivers_path
from medcloud.review.effects import Base, base_of, effects
from medcloud.review.errors import ReviewFailed
from medcloud.review.locations import RegionFile, region_file
from medcloud.review.preview import Preview, run_preview
from medcloud.review.reading import refused_region, review
from medcloud.review.shapes import Effects, Review
from medcloud.text import Finding, Text


@dataclass(frozen=True)
class ReviewRequest:
    """What to review; see `medcloud review --help`."""

    region: Path | None
    project: Path | None
    stack: str
    packs: tuple[Path, ...]
    events: Path | None
    waivers: Path | None = None
    trust: Path | None = None
    base: str = ""
    """A revision of git or a file that the region file is compared with; empty: none."""
    environment: str | None = None
    """Which of the region file's environments is meant; None: production."""


def make_review(request: ReviewRequest) -> Review:
    """The review; ReviewFailed says why there can be none.

    A region file that is refused is a review too: its findings are what there is to say.
    """
    plan: RegionPlan | None = None
    if request.region is not None:
        try:
            plan = open_plan(request.region, write=False, environment=request.environment)
        except RegionError as refused:
            return refused_region(relative(request.region), [_as_known(f) for f in refused.findings])
        except (LockRefused, PlanRefused) as refused:
            raise ReviewFailed(str(refused)) from None
    project = request.project or _here(request)
    base = _base(request)
    log, failure = _log(request, project, plan)
    places = _places(request, project, plan, log)
    found: Effects | None = None
    if base and plan and request.region:
        shown = relative(confirm_path(request.region))
        found = effects(plan, request.region, base, places, shown)
    return review(log, places, failure, found)


def _base(request: ReviewRequest) -> Base | None:
    """What the region is compared with; asked for before the preview, which takes longer."""
    if not request.base:
        return None
    if request.region is None:
        raise ReviewFailed(Text("--base 须给出区域文件", "--base compares a region file: name one"))
    return base_of(request.region, request.base, request.environment)


def _here(request: ReviewRequest) -> Path | None:
    """The folder that one stands in, when it is a project."""
    here = Path()
    if project_file(here):
        return here
    if request.region is None and request.events is None:
        raise ReviewFailed(
            Text(
                "请给出区域文件，或用 -C 指明含 Pulumi.yaml 的目录，或用 --events 给出事件日志",
                "name a region file, or a folder with Pulumi.yaml by -C, or an event log by --events",
            )
        )
    return None


def _log(request: ReviewRequest, project: Path | None, plan: RegionPlan | None) -> tuple[EventLog, str]:
    if request.events is None:
        waivers, trust = _waivers(request)
        given = {"medcloud:waivers": waivers, "medcloud:trust": trust}
        settings = {key: str(path.resolve()) for key, path in given.items() if path}
        settings |= {"medcloud:environment": request.environment} if request.environment else {}
        text, failure = run_preview(
            Preview(project, request.stack, request.region, plan, request.packs, settings)
        )
        return parse(text, "pulumi preview"), failure
    try:
        return parse(request.events.read_text("utf-8", "replace"), str(request.events)), ""
    except OSError as error:
        raise ReviewFailed(f"{request.events}: {error.strerror}") from None


def _waivers(request: ReviewRequest) -> tuple[Path | None, Path | None]:
    """The waivers that are asked for, else those beside the region file, with the folder that they trust."""
    if request.waivers is None and request.region is not None:
        beside = waivers_path(request.region)
        if beside.exists():
            return beside, request.trust or trust_path(request.region)
    return request.waivers, request.trust


def _places(
    request: ReviewRequest, project: Path | None, plan: RegionPlan | None, log: EventLog
) -> RegionFile:
    """Where to mend things: the region file that is given, else the one that the stack's settings name."""
    file = project and project_file(project)
    if request.region is not None:
        shown = relative(request.region)
        here = relative(file) if file else shown
        return region_file(request.region, shown, here, plan, request.environment)
    named, environment = (
        next((text_of(table_of(p, "config"), f"medcloud:{key}") for p in log.prelude), "")
        for key in ("region", "environment")
    )
    path = (project or Path()) / named
    here = relative(file) if file else "Pulumi.yaml"
    if not named or not path.is_file():
        return RegionFile(here)
    try:
        plan = open_plan(path, write=False, environment=environment or None)
        return region_file(path, relative(path), here, plan, environment or None)
    except (RegionError, LockRefused, PlanRefused):  # the program said so already, among its errors
        return region_file(path, relative(path), here)


def _as_known(finding: Finding) -> Finding:
    """A finding that names its file, maybe an included one, as a forge knows it."""
    return replace(finding, place=replace(finding.place, file=relative(Path(finding.place.file))))


def relative(path: Path) -> str:
    """A path as a forge knows it: from the folder that one stands in, where it lies below it."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
