"""Serving the pack to the engine: each resource is read once and judged only by the rules of its type.

pulumi_policy's own server unpacks every resource anew for every policy, which for a pack of this size costs
more than the preview itself. Its Analyze, Remediate, AnalyzeStack, Configure and ConfigureStack are replaced;
tests/policies/test_server.py shows that both servers give the same verdicts.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import grpc
from google.protobuf import empty_pb2
from pulumi.runtime import proto
from pulumi.runtime.proto import analyzer_pb2_grpc
from pulumi_policy import EnforcementLevel
from pulumi_policy.policy import _PolicyAnalyzerServicer as PolicyAnalyzer

from medcloud_policies.core import pack
from medcloud_policies.core.message import doubt, refusal, waiver
from medcloud_policies.core.providers import canonical
from medcloud_policies.core.resource import Late, Resource, Stack
from medcloud_policies.core.rule import Rule
from medcloud_policies.core.settings import SettingError, Settings
from medcloud_policies.core.values import UNKNOWN
from medcloud_policies.core.verdict import Verdict, judge, judge_stack
from medcloud_policies.serve import configure, waivers
from medcloud_policies.serve.adapter import policies
from medcloud_policies.serve.diagnostics import diagnostic
from medcloud_policies.serve.ledger import Ledger
from medcloud_policies.serve.protobuf import plain

_MAX_MESSAGE = 400 * 1024 * 1024
_LEVELS = {proto.MANDATORY: "mandatory"}


class Analyzer(PolicyAnalyzer):
    """The pack as the engine's analyzer."""

    def __init__(self) -> None:
        super().__init__(pack.NAME, "0.0.1", policies(), EnforcementLevel.MANDATORY)
        self._levels = {rule.id: proto.MANDATORY for rule in pack.rules()}
        self._settings = Settings()
        self._dry_run = True
        self._undecided: set[tuple[str, str]] = set()
        self._given: dict[str, frozenset[str]] = {}
        self._waived = waivers.Waived()
        self._ledger = Ledger({}, {})

    def Configure(  # noqa: N802 - the protocol's name
        self, request: proto.ConfigureAnalyzerRequest, context: grpc.ServicerContext
    ) -> empty_pb2.Empty:
        """Take enforcement levels and settings; what must not be is refused."""
        given = {name: plain(config.properties) for name, config in request.policyConfig.items()}
        try:
            self._settings = configure.settings(given)
        except SettingError as error:
            context.abort(grpc.StatusCode.INVALID_ARGUMENT, str(error))
        self._levels.update({name: config.enforcementLevel for name, config in request.policyConfig.items()})
        return empty_pb2.Empty()

    def ConfigureStack(  # noqa: N802 - the protocol's name
        self, request: proto.AnalyzerStackConfigureRequest, context: grpc.ServicerContext
    ) -> proto.AnalyzerStackConfigureResponse:
        """Learn whether this is a preview, in which things may be undecided; take waivers and the ledger."""
        self._dry_run = request.dry_run
        run = {"project": request.project, "stack": request.stack, "preview": request.dry_run}
        self._ledger = Ledger(request.config, run)
        try:
            self._waived = waivers.load(request.config)
        except waivers.WaiversRefused as error:
            context.abort(grpc.StatusCode.INVALID_ARGUMENT, str(error))
        return proto.AnalyzerStackConfigureResponse()

    def Analyze(  # noqa: N802 - the protocol's name
        self, request: proto.AnalyzeRequest, context: grpc.ServicerContext
    ) -> proto.AnalyzeResponse:
        """Judge one resource's inputs."""
        response = proto.AnalyzeResponse()
        self._given[request.urn] = frozenset(request.properties.fields)
        rules = pack.by_type().get(canonical(request.type), ())
        if rules:
            resource = self._resource(request)
            for rule in self._enabled(rules):
                verdict = judge(rule, resource)
                if verdict.findings or verdict.undecided:
                    response.diagnostics.extend(self._diagnostics(verdict, undecided_blocks=False))
                if verdict.undecided:
                    self._undecided.add((rule.id, request.urn))
        return response

    def Remediate(  # noqa: N802 - the protocol's name
        self, request: proto.AnalyzeRequest, context: grpc.ServicerContext
    ) -> proto.RemediateResponse:
        """Nothing, as no rule mends; asked for every resource, so nothing of it is read."""
        return proto.RemediateResponse()

    def AnalyzeStack(  # noqa: N802 - the protocol's name
        self, request: proto.AnalyzeStackRequest, context: grpc.ServicerContext
    ) -> proto.AnalyzeResponse:
        """Judge what lies between resources, and in `up` what was undecided of single ones."""
        response = proto.AnalyzeResponse()
        resources = [self._made(r) for r in request.resources]
        references = {
            r.urn: {prop: list(found.urns) for prop, found in r.propertyDependencies.items()}
            for r in request.resources
        }
        stack = Stack(resources, references, self._settings)
        for rule in self._enabled(pack.stack_rules()):
            verdict = judge_stack(rule, stack)
            response.diagnostics.extend(self._diagnostics(verdict, undecided_blocks=not self._dry_run))
        if not self._dry_run:
            for resource in resources:
                response.diagnostics.extend(self._decide_at_last(resource))
        for rule, finding, fault in self._waived.overdone([r.urn for r in resources]):
            response.diagnostics.append(diagnostic(rule, refusal(rule, finding, fault), self._level(rule)))
        self._ledger.ended(len(pack.rules()), len(resources))
        return response

    def _resource(self, request: proto.AnalyzeRequest) -> Resource:
        return Resource(
            request.type,
            plain(request.properties),
            name=request.name,
            urn=request.urn,
            settings=self._settings,
        )

    def _made(self, request: proto.AnalyzerResource) -> Resource:
        """A resource of the stack by its outputs; what the cloud will fill in by itself reads as left out."""
        given = self._given.get(request.urn)

        def read() -> Mapping[str, Any]:
            found = plain(request.properties)
            if given is None:
                return found
            return {key: value for key, value in found.items() if value is not UNKNOWN or key in given}

        return Late(request.type, read, name=request.name, urn=request.urn, settings=self._settings)

    def _enabled(self, rules: tuple[Rule, ...]) -> Iterator[Rule]:
        return (rule for rule in rules if self._levels[rule.id] != proto.DISABLED)

    def _decide_at_last(self, resource: Resource) -> Iterator[proto.AnalyzeDiagnostic]:
        """Judge by the outputs of what was given (not by what the cloud added) what inputs left undecided."""
        rules = [r for r in pack.by_type().get(resource.type, ()) if (r.id, resource.urn) in self._undecided]
        if rules:
            given = self._given.get(resource.urn, frozenset())
            resource.props = {key: value for key, value in resource.props.items() if key in given}
            for rule in self._enabled(tuple(rules)):
                yield from self._diagnostics(judge(rule, resource), undecided_blocks=True)

    def _diagnostics(self, verdict: Verdict, *, undecided_blocks: bool) -> Iterator[proto.AnalyzeDiagnostic]:
        rule = verdict.rule
        level = self._level(rule)
        for finding in verdict.findings:
            uses = self._waived.excuse(rule, finding)
            for use in uses:
                self._ledger.used(rule, use)
            if uses:
                yield diagnostic(rule, waiver(rule, finding, waivers.in_words(uses)), proto.ADVISORY)
            else:
                self._ledger.refused(rule, finding, _LEVELS.get(level, "advisory"))
                yield diagnostic(rule, refusal(rule, finding), level)
        if verdict.undecided:
            self._ledger.undecided()
            message = doubt(rule, verdict.undecided, verdict.subject)
            yield diagnostic(rule, message, level if undecided_blocks else proto.ADVISORY)

    def _level(self, rule: Rule) -> proto.EnforcementLevel.ValueType:
        """How a rule is enforced; no rule of this pack mends, so one that is to mend blocks."""
        level = self._levels[rule.id]
        return proto.MANDATORY if level == proto.REMEDIATE else level


def serve() -> None:
    """Serve the pack on a free port of 127.0.0.1, say which on stdout, and wait."""
    server = grpc.server(
        ThreadPoolExecutor(max_workers=4), options=[("grpc.max_receive_message_length", _MAX_MESSAGE)]
    )
    analyzer_pb2_grpc.add_AnalyzerServicer_to_server(Analyzer(), server)
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    sys.stdout.write(f"{port}\n")
    sys.stdout.flush()
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        server.stop(None)
