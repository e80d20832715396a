"""A pack as the engine asks it: in a process of its own, a request a resource, then the stack."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import grpc
from pulumi.runtime import proto
from pulumi.runtime.proto import analyzer_pb2_grpc

from tools.stack.session import PACK

NOTHING = Path(__file__).parent / "nothing"
_LARGEST = [("grpc.max_send_message_length", -1), ("grpc.max_receive_message_length", -1)]


def judging(document: Mapping[str, Any], folder: Path = PACK) -> tuple[float, float, float]:
    """Seconds of wall clock, and twice those of the pack's CPU; its start is not in them."""
    single = [_single(resource) for resource in document["resources"]]
    whole = proto.AnalyzeStackRequest(resources=[_of_stack(r) for r in document["resources"]])
    pack = subprocess.Popen([sys.executable, str(folder)], stdout=subprocess.PIPE, text=True)
    try:
        port = pack.stdout.readline().strip() if pack.stdout else ""
        with grpc.insecure_channel(f"127.0.0.1:{port}", options=_LARGEST) as channel:
            stub = analyzer_pb2_grpc.AnalyzerStub(channel)
            stub.ConfigureStack(proto.AnalyzerStackConfigureRequest(dry_run=True))
            stub.Analyze(single[0])  # what is loaded on first use is part of the start
            began, cpu = time.monotonic(), _cpu(pack.pid)
            for request in single:
                stub.Analyze(request)
            stub.AnalyzeStack(whole)
            spent = _cpu(pack.pid) - cpu
            return time.monotonic() - began, spent, spent
    finally:
        pack.terminate()
        pack.wait()


def _single(resource: Mapping[str, Any]) -> proto.AnalyzeRequest:
    request = proto.AnalyzeRequest(type=resource["type"], urn=resource["name"], name=resource["name"])
    request.properties.update(resource["properties"])
    return request


def _of_stack(resource: Mapping[str, Any]) -> proto.AnalyzerResource:
    made = proto.AnalyzerResource(type=resource["type"], urn=resource["name"], name=resource["name"])
    made.properties.update(resource["properties"])
    for prop, urns in resource.get("references", {}).items():
        made.propertyDependencies[prop].urns.extend(urns)
    return made


def _cpu(pid: int) -> float:
    """CPU seconds of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
