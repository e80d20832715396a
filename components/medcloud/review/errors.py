"""Why a review could not be made."""

from __future__ import annotations


class ReviewFailed(Exception):
    """No review came about; the message names the place and the remedy, in both languages."""
