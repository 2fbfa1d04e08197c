"""A small web service over a log of cycles, with FastAPI."""

from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from cycle_log import ChangedMeanwhileError, NoSuchCycleError, record
from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse
from sqlite_log import SqliteLog

from pmm_core import RefusedError
from pmm_core.codec import DecodeError, schema, to_plain
from pmm_core.cycle import EVENT_TYPES, CycleEvent, Frame
from pmm_core.json import loads

BUNDLE = "pmm-core.schema.json"
EVENTS = tuple(kind.kind.value for kind in EVENT_TYPES)


async def _body(request: Request) -> bytes:
    return await request.body()


Body = Annotated[bytes, Depends(_body)]


def _takes(*kinds: str) -> dict[str, Any]:
    """What OpenAPI says about a body that holds one document of these kinds."""
    found = {"anyOf": [{"$ref": f"{BUNDLE}#/$defs/{kind}"} for kind in kinds]}
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": found}}}}


def make_app(path: Path) -> FastAPI:
    app = FastAPI(title="Siklus pengelolaan kinerja")

    @app.put("/cycles/{key}", status_code=201, openapi_extra=_takes("frame"))
    def open_cycle(key: str, body: Body) -> None:
        frame = loads(body, Frame)
        with closing(SqliteLog(path)) as log:
            log.open(key, frame)

    @app.post("/cycles/{key}/events", status_code=201, openapi_extra=_takes(*EVENTS))
    def record_event(key: str, body: Body, expected: int | None = None) -> dict[str, Any]:
        event = loads(body, CycleEvent)
        with closing(SqliteLog(path)) as log:
            cycle = record(log, key, event, expected=expected)
        return {"events": len(cycle.events), "state": cycle.state.value}

    @app.get("/cycles/{key}")
    def read_cycle(key: str, as_of: date | None = None) -> dict[str, Any]:
        with closing(SqliteLog(path)) as log:
            return to_plain(log.load(key, as_of=as_of))

    @app.get("/cycles/{key}/next")
    def next_steps(key: str, on: date) -> list[dict[str, Any]]:
        with closing(SqliteLog(path)) as log:
            return [to_plain(step) for step in log.load(key).next_steps(on=on)]

    @app.get(f"/{BUNDLE}", include_in_schema=False)
    def bundle() -> dict[str, Any]:
        return schema()

    @app.exception_handler(DecodeError)
    def unreadable(_request: Request, error: DecodeError) -> JSONResponse:
        return JSONResponse({"problems": [to_plain(problem) for problem in error.problems]}, 422)

    @app.exception_handler(RefusedError)
    def refused(_request: Request, error: RefusedError) -> JSONResponse:
        return JSONResponse({"refusals": [to_plain(refusal) for refusal in error.refusals]}, 409)

    @app.exception_handler(ChangedMeanwhileError)
    def changed(_request: Request, _error: ChangedMeanwhileError) -> JSONResponse:
        return JSONResponse({"detail": "somebody else was faster; read again"}, 412)

    @app.exception_handler(NoSuchCycleError)
    def unknown(_request: Request, _error: NoSuchCycleError) -> JSONResponse:
        return JSONResponse({"detail": "no such cycle"}, 404)

    return app
