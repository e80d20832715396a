"""Running the engine's preview; the one part of a review that starts processes."""

from medcloud.review.run.job import Job, made

__all__ = ["Job", "made"]
