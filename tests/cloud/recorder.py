"""Runs a program against a monitor that remembers every registration; nothing outlives the call."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pulumi.runtime import mocks, rpc, settings
from pulumi.runtime.config import set_all_config
from pulumi.runtime.stack import run_pulumi_func

_SECRET = rpc._special_sig_key


@dataclass(frozen=True)
class Made:
    """One registration as the engine would see it."""

    urn: str
    type: str
    name: str
    parent: str
    provider: str
    protect: bool
    depends_on: tuple[str, ...]
    secrets: frozenset[str]
    """Names of inputs that came as secrets."""
    secret_outputs: frozenset[str]
    """Names of outputs that the state must encrypt, wherever they come from."""
    delete_before_replace: bool | None
    inputs: Mapping[str, Any]
    aliases: tuple[Alias, ...] = ()
    references: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """URNs that an input's value comes from, by the input's name."""


@dataclass(frozen=True)
class Alias:
    """A former place of a resource: a whole URN, or what differed; empty where nothing did."""

    urn: str
    name: str
    type: str
    parent: str
    no_parent: bool


@dataclass
class Deployment:
    """All that a program registered."""

    made: list[Made] = field(default_factory=list)
    outputs: dict[str, dict[str, Any]] = field(default_factory=dict)
    """What components registered at their end, by URN."""
    asked: list[tuple[str, Mapping[str, Any]]] = field(default_factory=list)
    """Data sources that were asked: token and arguments."""

    def of(self, kind: str) -> list[Made]:
        """Resources whose type ends in `:kind`."""
        return [m for m in self.made if m.type.endswith(f":{kind}")]

    def one(self, kind: str, name: str | None = None) -> Made:
        """The only one of a kind, or the one of that name."""
        found = [m for m in self.of(kind) if name is None or m.name == name]
        assert len(found) == 1, f"{kind} {name}: {[m.name for m in self.of(kind)]}"
        return found[0]

    def outputs_of(self, component: str) -> dict[str, Any]:
        """What the only component of that class registered at its end."""
        (made,) = [m for m in self.made if m.type == f"medcloud:index:{component}"]
        return self.outputs[made.urn]

    def components(self) -> list[Made]:
        """The components of this package."""
        return [m for m in self.made if m.type.startswith("medcloud:index:")]


class _Answers(mocks.Mocks):
    def __init__(self, deployment: Deployment, found: Mapping[str, Mapping[str, Any]]) -> None:
        self._deployment = deployment
        self._found = found

    def new_resource(self, args: mocks.MockResourceArgs) -> tuple[str | None, dict[Any, Any]]:
        """Echo the inputs, with what a cloud adds."""
        state = dict(args.inputs)
        if args.typ.endswith(":ContainerV1"):
            state["containerRef"] = f"https://keys.invalid/containers/{args.name}"
        if args.typ.endswith(":SecretV1"):
            state["secretRef"] = f"https://keys.invalid/secrets/{args.name}"
        if args.typ.endswith(":Router"):
            state["externalFixedIps"] = [{"ipAddress": f"203.0.113.{len(args.name)}", "subnetId": "external"}]
        if args.typ.endswith(":RouterInterface"):
            state["portId"] = f"{args.name}-port"
        if args.typ.endswith(":FloatingIp"):
            state["address"] = "198.51.100.7"
        return f"{args.name}-id", state

    def call(self, args: mocks.MockCallArgs) -> tuple[dict[Any, Any], list[tuple[str, str]] | None]:
        """Answer a data source from `found`, by its last word."""
        self._deployment.asked.append((args.token, dict(args.args)))
        kind = args.token.rsplit("/", 1)[-1].split(":")[0]
        name = args.args.get("name", kind)
        state = {"id": f"existing-{name}", "projectId": f"project-{name}"}
        if kind == "getContainer":
            state["containerRef"] = f"https://keys.invalid/containers/{name}"
        state |= {**args.args, **self._found.get(kind, {})}
        return state, []


class _Monitor(mocks.MockMonitor):
    def __init__(self, deployment: Deployment, answers: _Answers) -> None:
        super().__init__(answers)
        self._deployment = deployment

    def RegisterResource(self, request: Any) -> Any:  # noqa: N802  # gRPC's name
        """Remember, then answer as the SDK's own mock does."""
        answer = super().RegisterResource(request)  # type: ignore[no-untyped-call]  # the SDK's
        if request.type != "pulumi:pulumi:Stack":
            self._deployment.made.append(_made(answer.urn, request))
        return answer

    def RegisterResourceOutputs(self, request: Any) -> Any:  # noqa: N802  # gRPC's name
        """Remember what a component says at its end."""
        self._deployment.outputs[request.urn] = rpc.deserialize_properties(request.outputs)
        return super().RegisterResourceOutputs(request)  # type: ignore[no-untyped-call]  # the SDK's


def _made(urn: str, request: Any) -> Made:
    secret = frozenset(
        key
        for key, value in request.object.fields.items()
        if value.WhichOneof("kind") == "struct_value" and _SECRET in value.struct_value.fields
    )
    return Made(
        urn=urn,
        type=request.type,
        name=request.name,
        parent=request.parent,
        provider=request.provider or next(iter(request.providers.values()), ""),
        protect=request.protect,
        depends_on=tuple(request.dependencies),
        secrets=secret,
        secret_outputs=frozenset(request.additionalSecretOutputs),
        delete_before_replace=request.deleteBeforeReplace if request.deleteBeforeReplaceDefined else None,
        aliases=tuple(
            Alias(a.urn, a.spec.name, a.spec.type, a.spec.parentUrn, a.spec.noParent) for a in request.aliases
        ),
        references={key: tuple(found.urns) for key, found in request.propertyDependencies.items()},
        inputs={key: _plain(value) for key, value in rpc.deserialize_properties(request.object).items()},
    )


def _plain(value: Any) -> Any:
    return value["value"] if isinstance(value, dict) and _SECRET in value else value


def deploy(
    program: Callable[[], object],
    *,
    config: Mapping[str, str] | None = None,
    found: Mapping[str, Mapping[str, Any]] | None = None,
    preview: bool = False,
) -> Deployment:
    """Run the program to its end, every outstanding registration awaited.

    `found` answers data sources by their name, e.g. ``{"getKeypair": {"name": "ops"}}``.
    """
    deployment = Deployment()
    answers = _Answers(deployment, found or {})
    previous = asyncio.new_event_loop()
    asyncio.set_event_loop(previous)
    settings.reset_options(project="medcloud", stack="test")
    mocks.set_mocks(answers, "medcloud", "test", preview=preview, monitor=_Monitor(deployment, answers))
    set_all_config(dict(config or {}))

    def run() -> None:
        program()

    try:
        previous.run_until_complete(run_pulumi_func(run))
    finally:
        previous.close()
        asyncio.set_event_loop(asyncio.new_event_loop())
        set_all_config({})
    return deployment
