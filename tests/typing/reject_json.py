"""What must not type-check with JSON and its schema; a marker that is not needed is an error."""

from pmm_core import Period
from pmm_core.codec import schema
from pmm_core.json import converter, dump_bytes, dumps, loads, parse

period = Period.parse("2024-S1")

dumps(period, True)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
dumps(period, indent=2)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
dumps(period, backend="ujson")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
dump_bytes(period, backend=None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
loads({"kind": "period"})  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
loads("{}", Period, 100)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
loads("{}", 5)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
loads("{}", size="9")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
parse(None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
parse("{}", Period)  # type: ignore[call-arg, arg-type]  # pyright: ignore[reportCallIssue]
converter("json")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
converter(None, False)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
schema(5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
text: bytes = dumps(period)  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
found: str = loads("{}", Period)  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
