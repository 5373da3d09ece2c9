"""Days as they are typed."""

from datetime import date

from foedus.errors import Stop


def day_of(word: str | None) -> date | None:
    """A day as typed. Raises `Stop` for anything else."""
    try:
        return date.fromisoformat(word) if word is not None else None
    except ValueError:
        raise Stop(f"`{word}` is not a day; a day is written 2026-01-06: year, month, day") from None
