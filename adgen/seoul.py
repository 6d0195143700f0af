"""Korean time (UTC+9, no summer time): days, months and midnights as owners count them."""

from datetime import datetime, timedelta, timezone

SEOUL = timezone(timedelta(hours=9))


def month_now() -> int:
    """The present month, 1…12."""
    return datetime.now(SEOUL).month


def day(moment: datetime | None = None) -> str:
    """The day of ``moment`` (aware; the present one when None), YYYY-MM-DD."""
    return (moment or datetime.now(SEOUL)).astimezone(SEOUL).date().isoformat()


def midnight(moment: datetime | None = None) -> datetime:
    """The next midnight after ``moment`` (aware; the present one when None)."""
    begun = (moment or datetime.now(SEOUL)).astimezone(SEOUL).replace(hour=0, minute=0, second=0, microsecond=0)
    return begun + timedelta(days=1)
