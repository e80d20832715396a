"""Days are China's."""

from datetime import date, datetime, timezone

import pytest

from medcloud.standard.today import today


@pytest.mark.parametrize(
    ("hour", "day"), [(0, date(2026, 11, 27)), (15, date(2026, 11, 27)), (16, date(2026, 11, 28))]
)
def test_a_day_begins_eight_hours_before_that_of_utc(hour: int, day: date) -> None:
    assert today(datetime(2026, 11, 27, hour, tzinfo=timezone.utc)) == day


def test_it_is_the_present_day_without_a_time() -> None:
    assert abs((today() - datetime.now(timezone.utc).date()).days) <= 1
