"""Why a review could not be made."""

from __future__ import annotations

from medcloud.text import Refusal


class ReviewFailed(Refusal):
    """No review came about; the message names the place and the remedy, in both languages."""

    exit_code = 2
