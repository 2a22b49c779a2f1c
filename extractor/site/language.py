"""Chinese, English or both: a cookie that plain links set; the style sheet hides the other language.

Labels of the pages and names of tables, columns and questions are in both languages; explanations of questions, codes'
labels and of course the speeches are Chinese.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

COOKIE = "said"
_YEAR = 365 * 24 * 3600


def page_before(referer: str, host: str, home: str) -> str:
    """The page of this site that a visitor came from, as a path; home where it is none.

    >>> page_before("http://127.0.0.1:8001/taizhang/items?role=problem", "127.0.0.1:8001", "/")
    '/taizhang/items?role=problem'
    >>> page_before("http://elsewhere.example/x", "127.0.0.1:8001", "/")
    '/'
    """
    try:
        came = urlsplit(referer)
    except ValueError:
        return home
    if came.scheme not in ("http", "https") or came.netloc != host or not came.path.startswith(home):
        return home
    path = "/" + came.path.lstrip("/\\")  # two slashes would lead to another machine
    return f"{path}?{came.query}" if came.query else path


async def language_page(datasette: Datasette, request: Request) -> Response:
    """`/-/language/zh`, `en` or `both`: remembers it and leads back."""
    home = datasette.urls.instance()
    back = page_before(request.headers.get("referer") or "", request.headers.get("host") or "", home)
    answer = Response.redirect(back)
    answer.set_cookie(COOKIE, request.url_vars["language"], max_age=_YEAR, path=home, httponly=True, samesite="lax")
    return answer


ROUTES = ((r"^/-/language/(?P<language>zh|en|both)$", language_page),)
