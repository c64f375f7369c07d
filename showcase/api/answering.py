"""Questions and answers as HTTP: JSON both ways, and every way in which an answer can be no."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import msgspec
import structlog
from aiohttp import web

from showcase.api.stagehand import Refused
from showcase.inspector.files import NoSuchHop
from showcase.inspector.recording import NothingRecorded
from showcase.journal import NoSuchRun
from showcase.journal.damage import JournalUnusable
from showcase.model.answers import Refusal
from showcase.story.fault import Faults

_log = structlog.get_logger()
_T = TypeVar("_T")
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def refusals(  # noqa: C901 - one clause for each way in which an answer can be no
    request: web.Request, handler: Handler
) -> web.StreamResponse:
    """Every way in which an answer can be no, as a `Refusal`."""
    try:
        return await handler(request)
    except Refused as error:
        told = 409, error.words, error.remedy
    except Faults as error:
        told = 422, str(error), "“showcase check” tells them all, with their lines."
    except (NoSuchRun, NothingRecorded) as error:
        told = 404, str(error), "“showcase runs” lists them."
    except NoSuchHop as error:
        told = 404, str(error), "“showcase show RUN” lists them."
    except JournalUnusable as error:
        told = 503, error.words, error.remedy
    except msgspec.DecodeError as error:
        told = 400, f"The request is not what it should be: {error}.", ""
    except web.HTTPException as error:
        told = error.status, error.reason, ""
    except Exception:  # noqa: BLE001 - one request's bug must not look like a dead engine
        _log.exception("request failed", path=request.path)
        told = 500, "Showcase itself failed.", "Send us the engine's log."
    return refusal(*told)


def answer(question: Callable[[], Awaitable[Any]]) -> Handler:
    """A route that answers with what is known."""

    async def handle(_request: web.Request) -> web.StreamResponse:
        return json_answer(await question())

    return handle


def perform(verb: Callable[[], Awaitable[None]]) -> Handler:
    """A route that performs a verb, and has nothing to add."""

    async def handle(_request: web.Request) -> web.StreamResponse:
        await verb()
        return web.Response(status=204)

    return handle


async def body(request: web.Request, kind: type[_T]) -> _T:
    """What a request asks for; msgspec.DecodeError when it is something else."""
    return msgspec.json.decode(await request.read(), type=kind)


def json_answer(answer: object, status: int = 200) -> web.Response:
    """An answer as JSON."""
    body = msgspec.json.encode(answer)
    return web.Response(body=body, status=status, content_type="application/json")


def refusal(status: int, words: str, remedy: str = "") -> web.Response:
    """A no, with its reason."""
    return json_answer(Refusal(words=words, remedy=remedy), status)
