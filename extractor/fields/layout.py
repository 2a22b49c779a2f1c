"""Layout: title, head, salutation and body of a speech, its paragraphs, and what stands in quotes."""

from __future__ import annotations

import re

from extractor.lexicon import Lexicon
from extractor.records import Layout, Noise, Span, Speech
from extractor.rule import Rule, Verdict

_QUOTED = re.compile(r"“[^”\n]{0,200}”|《[^》\n]{0,100}》")


def rules(lexicon: Lexicon) -> tuple[Rule | Verdict, ...]:
    """What this field knows."""
    return ()


def read_layout(speech: Speech, noise: tuple[Noise, ...], lexicon: Lexicon) -> Layout:
    """The layout of a speech; its paragraphs leave noise lines out."""
    text = speech.folded
    paragraphs = []
    for match in re.finditer(r"[^\s][^\n]*", text):
        stripped = match.group().rstrip()
        span = Span(match.start(), match.start() + len(stripped))
        if not any(n.start <= span.start and span.end <= n.end for n in noise):
            paragraphs.append(span)
    quoted = tuple(Span(m.start() + 1, m.end() - 1) for m in _QUOTED.finditer(text))
    start = paragraphs[0].start if paragraphs else 0
    return Layout(noise, (), None, None, None, Span(start, start), Span(start, len(text)), tuple(paragraphs), quoted)
