"""A clue: what one place of the text says about the month in which the speech was delivered.

Months are counted from year 0 (`year * 12 + month - 1`), windows are closed at both ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Bound = Literal["stated", "window", "floor", "ceiling", "season"]
Window = tuple[int, int]

FIRST_MONTH = 1949 * 12
"""January 1949: nothing older is dated."""


def month_of(year: int, month: int = 1) -> int:
    """The number of a month.

    >>> month_of(2020, 1) - month_of(2019, 12)
    1
    """
    return year * 12 + month - 1


def month_on(day: date) -> int:
    """The number of the month in which a day lies."""
    return month_of(day.year, day.month)


def window(first: tuple[int, int], last: tuple[int, int]) -> tuple[Window, ...]:
    """One window from a (year, month) to a (year, month)."""
    return ((month_of(*first), month_of(*last)),)


@dataclass(frozen=True, slots=True)
class Clue:
    """Months in which the text can have been spoken, by one clue; `weight` (0..1) is how surely.

    `date` is the ISO date that the clue prints, as far as it is printed.
    """

    windows: tuple[Window, ...]
    start: int
    end: int
    rule: str
    weight: float
    bound: Bound = "window"
    date: str | None = None

    @property
    def first(self) -> int:
        """The first month."""
        return self.windows[0][0]

    @property
    def last(self) -> int:
        """The last month."""
        return max(high for _, high in self.windows)

    @property
    def value(self) -> str:
        """The years as printed in the evidence: `2020` or `2019..2020`."""
        low, high = self.first // 12, self.last // 12
        return str(low) if low == high else f"{low}..{high}"

    def holds(self, year: int) -> bool:
        """Whether the clue allows some month of a year."""
        return any(low // 12 <= year <= high // 12 for low, high in self.windows)
