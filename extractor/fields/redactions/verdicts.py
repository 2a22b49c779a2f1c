"""Verdicts."""

from extractor.records import Slot
from extractor.rule import Verdict

VERDICTS: tuple[Verdict, ...] = ()


class _S(dict[str, Slot]):
    def __missing__(self, key: str) -> Slot:
        return key.split("-")[0]  # type: ignore[return-value]


SLOTS: dict[str, Slot] = _S()
