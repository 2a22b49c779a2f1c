"""The rules of the year: each names one way in which a place of the text dates the speech."""

from __future__ import annotations

from extractor.fields.year.verdicts.counted import COUNTED
from extractor.fields.year.verdicts.named import NAMED
from extractor.fields.year.verdicts.plans import PLANS
from extractor.fields.year.verdicts.sittings import SITTINGS
from extractor.fields.year.verdicts.stated import STATED
from extractor.fields.year.verdicts.told import TOLD

VERDICTS = (*STATED, *TOLD, *NAMED, *PLANS, *SITTINGS, *COUNTED)
