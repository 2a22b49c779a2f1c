"""What a corrections form is about, and how it is drawn: its questions, its place in the text, what was said before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from extractor.additions import ADDABLE, usual
from extractor.correctable import CODES
from extractor.corrections import quoted
from extractor.site.corrected import Told, tell
from extractor.site.desk import Desk
from extractor.site.facts import KINDS, Row, excerpt, place
from extractor.site.forms import Choices, questions
from extractor.site.speech import Fetch, load_labels

_WAIT = "30"
"""After how many seconds a form that found the ledger busy may be sent again."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a form is about: its desk and author, its speech, and its fact (`{}` where one is to be added)."""

    desk: Desk
    author: str
    fetch: Fetch
    choices: Choices
    document: Row
    table: str
    fact: Row
    answers: Mapping[str, str]

    @property
    def back(self) -> str:
        """Where the fact is marked, as a path below the site's root."""
        number = int(self.document["id"])
        marked, key = ("items", "item_id") if self.table == "directives" else (self.table, "id")
        return place(number, marked, self.fact[key]) if self.fact and marked in KINDS else f"/-/speech/{number}"


async def draw(
    datasette: Datasette, request: Request, form: Form, wrong: Mapping[str, str], status: int = 200
) -> Response:
    """The form, with what is wrong in it."""
    answers = form.answers if request.method == "POST" else {}
    asked = questions(form.table, form.fact or _usual(form.table), form.choices, answers, wrong)
    context = {
        "form": form, "wrong": wrong, "questions": asked,
        "excerpt": _excerpt(form), "told": await _told(form), "addable": ADDABLE,
        "places": _places(form) if "quote" in wrong else (), "directive": await _directive(form),
    }  # fmt: skip
    headers = {"retry-after": _WAIT} if status == 503 else {}
    page = await datasette.render_template("correct.html", context, request=request)
    return Response.html(page, status=status, headers=headers)


def _usual(table: str) -> Row:
    """What the choices of a fact to be added stand at first; what its place decides is left to its place."""
    return {field: value for field, value in usual(table).items() if field in CODES or field == "redacted"}


def _excerpt(form: Form) -> tuple[str, str, str]:
    """The fact's own words with some of the text before and behind."""
    text, asked, quote = form.document["text"], form.answers.get("start", ""), form.answers.get("quote", "")
    if form.fact and form.table != "documents":
        start, end = quoted(form.fact).values()
    elif not form.fact and quote and asked.isdecimal() and text.startswith(quote, int(asked)):
        start, end = int(asked), int(asked) + len(quote)
    else:
        return "", "", ""
    return excerpt(text, start, end)


def _places(form: Form, most: int = 8) -> list[tuple[int, str, str, str]]:
    """The first places of a quotation in the text, with what stands around them."""
    text, quote, found = form.document["text"], form.answers.get("quote", ""), list[tuple[int, str, str, str]]()
    at = text.find(quote) if quote else -1
    while at >= 0 and len(found) < most:
        end = at + len(quote)
        found.append((at, text[max(0, at - 20) : at], quote, text[end : end + 20]))
        at = text.find(quote, end)
    return found


async def _told(form: Form) -> tuple[Told, ...]:
    """The corrections of the fact; of the speech itself where the form is about it."""
    if not form.fact:
        return ()
    start = None if form.table == "documents" else form.fact["char_start"]
    query = "select * from corrections where source = ? and table_name = ? and char_start is ? order by id"
    rows = await form.fetch(query, (form.document["source"], form.table, start))
    return tell(rows, {}, await load_labels(form.fetch))


async def _directive(form: Form) -> int | None:
    """The directive that an item is."""
    if form.table != "items" or not form.fact:
        return None
    found = await form.fetch("select id from directives where item_id = ?", (form.fact["id"],))
    return found[0]["id"] if found else None
