"""The corrections form as Datasette routes: GET draws it and writes nothing, POST records what an analyst says.

What is recorded goes the way of `taizhang correct`, in a thread: one transaction with the rows that it changes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from secrets import compare_digest
from typing import Any

from datasette.app import Datasette
from datasette.utils.asgi import Forbidden, NotFound, Request, Response

from extractor.additions import ADDABLE
from extractor.corrections import quoted
from extractor.errors import BusyError, RefusedError, StoreError
from extractor.reextract import correct
from extractor.site.access import look_up_labels, require_ledger
from extractor.site.desk import author, require_desk
from extractor.site.formpage import Form, draw
from extractor.site.forms import OFFERED, AnswersError, added_values, find_quote, set_corrections
from extractor.site.pages import MOST, fetcher

_LONGEST_NOTE = 1000


async def fact_page(datasette: Datasette, request: Request) -> Response:
    """`/-/correct/TABLE/ID`: change the fields of a fact or of a speech, or delete the fact."""
    if refused := _wrong_method(request):
        return refused
    form = await _form(datasette, request, request.url_vars["table"], fact=int(request.url_vars["id"]))
    if request.method != "POST":
        return await draw(datasette, request, form, {})
    return await _record(datasette, request, form, _answered)


async def add_page(datasette: Datasette, request: Request) -> Response:
    """`/-/add/ID?table=TABLE&start=OFFSET&quote=WORDS`: add a fact to a speech."""
    if refused := _wrong_method(request):
        return refused
    form = await _form(datasette, request, request.args.get("table") or ADDABLE[0], speech=int(request.url_vars["id"]))
    if request.method != "POST":
        return await draw(datasette, request, form, {})
    return await _record(datasette, request, form, _added)


def _wrong_method(request: Request) -> Response | None:
    if request.method in ("GET", "HEAD", "POST"):
        return None
    return Response.text("只收 GET 与 POST · GET and POST only", status=405, headers={"allow": "GET, HEAD, POST"})


async def _form(datasette: Datasette, request: Request, table: str, fact: int = 0, speech: int = 0) -> Form:
    """The form that is asked for, for a visitor who may use it. Raises `Forbidden` or `NotFound`."""
    database = await require_ledger(datasette, request.actor)
    desk = await require_desk(datasette, request.actor)
    answers = await _answers(request) if request.method == "POST" else {k: request.args.get(k) for k in request.args}
    fetch, found = fetcher(datasette, database), None
    if table not in (OFFERED if fact else ADDABLE) or max(fact, speech) >= MOST:
        raise NotFound("此表不可更正 · rows of this table cannot be corrected")
    if fact:
        found = next(iter(await fetch(f"select * from {table} where id = ?", (fact,))), None)
        speech = fact if table == "documents" else found["document_id"] if found else 0
    document = next(iter(await fetch("select * from documents where id = ?", (speech,))), None)
    if document is None:
        raise NotFound("没有这一条，或已删去 · no such fact, or it has been deleted")
    choices = await look_up_labels(datasette, database)
    return Form(desk, author(request.actor), fetch, choices, document, table, dict(found or {}), answers)


async def _answers(request: Request) -> dict[str, str]:
    """The posted fields. Raises `Forbidden` without the token, also where no cookie made the middleware ask for it."""
    posted = {key: value.strip() for key, value in (await request.post_vars()).items()}
    if not compare_digest(posted.pop("csrftoken", "").encode(), request.scope["csrftoken"]().encode()):
        raise Forbidden(
            "表单已过期或不是本站所出，请重新打开再填 · this form is out of date or not ours: open it again"
        )
    return posted


def _answered(form: Form) -> list[dict[str, Any]]:
    if "delete" not in form.answers:
        return set_corrections(form.table, form.fact, form.answers, form.choices)
    if form.table == "documents":
        raise AnswersError({"": "讲话不能删去 · a speech cannot be deleted"})
    return [{"action": "delete", "field": None, "value": None}]


def _added(form: Form) -> list[dict[str, Any]]:
    quote = form.answers.get("quote", "")
    start = find_quote(form.document["text"], quote, form.answers.get("start", ""))
    values = added_values(form.table, form.answers, form.choices)
    span = {"char_start": start, "char_end": start + len(quote)}
    return [{"action": "add", "field": None, "value": values, **span}]


async def _record(
    datasette: Datasette, request: Request, form: Form, read: Callable[[Form], list[dict[str, Any]]]
) -> Response:
    """Record what was answered and lead back to the fact; or draw the form again with what is wrong."""
    note = form.answers.get("note", "")[:_LONGEST_NOTE] or None
    about = {"source": form.document["source"], "table_name": form.table, "author": form.author, "note": note}
    about |= quoted(form.fact) if form.fact and form.table != "documents" else {}
    try:
        corrections = [about | correction for correction in read(form)]
        await _refuse_twice(form, corrections)
        said = f"site: correct {form.document['source']} {form.table} by {form.author}"
        run = await asyncio.to_thread(correct, form.desk.ledger, form.desk.lexicon, corrections, said)
    except AnswersError as error:
        return await draw(datasette, request, form, error.wrong, error.status)
    except BusyError as error:
        wrong = {"": f"台账正由别的进程写入，这次更正没有记下，请稍后再存 · {error}"}
        return await draw(datasette, request, form, wrong, 503)
    except StoreError as error:
        zh = error.zh if isinstance(error, RefusedError) else "没有记下"
        return await draw(datasette, request, form, {"": f"{zh} · {error}"}, 400)
    lost = await _lost(form, len(corrections))
    datasette.add_message(request, f"已记下 {len(corrections)} 处更正（第 {run} 批）{lost} · recorded", datasette.INFO)
    gone = "delete" in form.answers
    return Response.redirect(
        datasette.urls.path(form.back.partition("#")[0] + "#corrections" if gone else form.back), 303
    )


async def _lost(form: Form, count: int) -> str:
    """A word on the corrections just recorded whose place the ledger no longer holds."""
    query = "select state from corrections where source = ? order by id desc limit ?"
    states = [row["state"] for row in await form.fetch(query, (form.document["source"], count))]
    return f"；其中 {states.count('stale')} 处原文已变，失位待查" if "stale" in states else ""


async def _refuse_twice(form: Form, corrections: Sequence[Mapping[str, Any]]) -> None:
    """A fact that is there already is changed, not added."""
    for one in corrections:
        query = f"select id from {form.table} where document_id = ? and char_start = ?"
        if one["action"] == "add" and await form.fetch(query, (form.document["id"], one["char_start"])):
            raise AnswersError({"quote": "此处已有一条，请打开它来更正"}, 409)


ROUTES = (
    (r"^/-/correct/(?P<table>[a-z_]+)/(?P<id>\d+)$", fact_page),
    (r"^/-/add/(?P<id>\d+)$", add_page),
)
