"""An analyzer that judges nothing: what the engine's protocol alone costs in Python."""

from __future__ import annotations

import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import grpc
from pulumi.runtime import proto
from pulumi.runtime.proto import analyzer_pb2_grpc


class Nothing(analyzer_pb2_grpc.AnalyzerServicer):
    """Answers, and says nothing."""

    def ConfigureStack(  # noqa: N802 - the protocol's name
        self, request: proto.AnalyzerStackConfigureRequest, context: grpc.ServicerContext
    ) -> proto.AnalyzerStackConfigureResponse:
        """Ready."""
        return proto.AnalyzerStackConfigureResponse()

    def Analyze(  # noqa: N802 - the protocol's name
        self, request: proto.AnalyzeRequest, context: grpc.ServicerContext
    ) -> proto.AnalyzeResponse:
        """No finding."""
        return proto.AnalyzeResponse()

    def AnalyzeStack(  # noqa: N802 - the protocol's name
        self, request: proto.AnalyzeStackRequest, context: grpc.ServicerContext
    ) -> proto.AnalyzeResponse:
        """No finding."""
        return proto.AnalyzeResponse()


server = grpc.server(ThreadPoolExecutor(max_workers=4), options=[("grpc.max_receive_message_length", -1)])
analyzer_pb2_grpc.add_AnalyzerServicer_to_server(Nothing(), server)
sys.stdout.write(f"{server.add_insecure_port('127.0.0.1:0')}\n")
sys.stdout.flush()
server.start()
threading.Event().wait()
