"""XCCDF 1.2: the controls as a Benchmark, each host's results as a TestResult in it."""

from medcloud.hosts.report.xccdf.document import xccdf

__all__ = ["xccdf"]
