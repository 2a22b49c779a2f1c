"""Verdicts: each clue that can decide a role, with sentences in which it does."""

from __future__ import annotations

from extractor.rule import Verdict

VERDICTS: tuple[Verdict, ...] = ()
