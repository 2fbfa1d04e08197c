"""What must not type-check with the errors; a marker that is not needed is an error."""

from pmm_core.errors import InvalidValueError, Problem, RefusedError, WrongTypeError, codes

Problem("path", "negative")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Problem("path", 3, "text")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Problem("path", "negative", "text").code = "empty"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
InvalidValueError("Thing", [])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
RefusedError("go", (Problem("path", "negative", "text"),))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
codes("negative")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


class Mine(WrongTypeError):  # type: ignore[misc]  # pyright: ignore[reportGeneralTypeIssues]
    """A final class."""
