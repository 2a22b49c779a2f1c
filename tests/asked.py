"""What a reader may ask of the canned queries."""

from __future__ import annotations

TYPICAL = {
    "basis": "derived", "body": "party_committee", "document_id": "77", "facts": "metric_claims",
    "field": "meeting_type", "first": "500", "least": "10", "level": "county", "meeting_type": "work_conference",
    "redacted": "1", "since": "2015", "slot": "person", "speeches": "10", "status": "target", "subject": "收入",
    "unit": "万元", "until": "2018", "word": "党员", "year": "2015",
}  # fmt: skip
"""What a reader may write into each parameter."""
UNKNOWN = "查无此词"
"""What stands in no row."""
