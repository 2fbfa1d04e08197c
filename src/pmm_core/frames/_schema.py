"""What a frame must hold: columns with a meaning, and the words that may stand in them."""

from typing import Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core._labels import Labelled, labelled
from pmm_core.errors import InvalidValueError, Problem, codes


@final
@labelled(
    TEXT=("teks", "text"),
    CODE=("kode", "code"),
    INTEGER=("bilangan bulat", "whole number"),
    FLAG=("benar/salah", "true or false"),
    DAY=("tanggal", "day"),
)
class ColumnKind(Labelled):
    """What kind of values a column holds.

    >>> ColumnKind("day").label_id
    'tanggal'
    """

    TEXT = "text"
    CODE = "code"
    INTEGER = "integer"
    FLAG = "flag"
    DAY = "day"


@final
@labelled(
    OPAQUE_ID=("id buram", "opaque id"),
    METRIC_KEY=("kunci metrik", "key of a metric"),
    NPSN=("NPSN", "number of a school (NPSN)"),
    LINE=("satu baris", "one line"),
    PERIOD=("periode", "period"),
)
class TextForm(Labelled):
    """What the texts of a column look like.

    >>> TextForm("opaque-id").label_en
    'opaque id'
    """

    OPAQUE_ID = "opaque-id"
    """Up to 64 letters, digits and ``. _ : / -`` after a letter or digit, and nobody's number."""
    METRIC_KEY = "metric-key"
    """Lower-case words and numbers joined by hyphens."""
    NPSN = "npsn"
    """Eight digits, or P or K and seven."""
    LINE = "line"
    """One line of at most 200 characters with single blanks between its words."""
    PERIOD = "period"
    """A period that `pmm_core.calendar.CALENDAR` knows, as 2024-S1."""


@final
@attrs.frozen(kw_only=True)
class Column:
    """One column of a frame (kolom).

    Args:
        name: as it must be called.
        kind: what its values are.
        about: what it says, in one sentence.
        form: for a text, what it looks like; None for any.
        codes: for a code, all the words that may stand in it, sorted.
        unknown: for a code, the stable code by which any other word is reported.
        nullable: whether a value may be missing.
        optional: whether the whole column may be left out.
        minimum: for a whole number, the smallest that may stand in it; None for any.

    Raises:
        InvalidValueError: ``empty`` for an empty text or a code without words, ``unexpected-kind`` for a form of what
            is no text, ``unknown-choice`` for a code that the library does not have.
        WrongTypeError: for a field of the wrong kind.

    >>> Column(name="topics", kind=ColumnKind.INTEGER, about="How many.", minimum=0).nullable
    False
    """

    name: str
    kind: ColumnKind
    about: str
    form: TextForm | None = None
    codes: tuple[str, ...] = attrs.field(default=(), repr=False)
    unknown: str = attrs.field(default="unknown-choice", repr=False)
    nullable: bool = False
    optional: bool = False
    minimum: int | None = None

    def __attrs_post_init__(self) -> None:
        problems = Problems("Column")
        problems.text("name", self.name)
        problems.text("about", self.about)
        kind = problems.instance("kind", self.kind, ColumnKind, "a ColumnKind")
        formed = self.form is not None and problems.instance("form", self.form, TextForm, "a TextForm")
        if formed and kind and self.kind is not ColumnKind.TEXT:
            problems.add("form", "unexpected-kind", "must be left out for what is no text")
        if problems.instance("codes", self.codes, tuple, "a tuple of texts"):
            for index, code in enumerate(self.codes):
                problems.text(f"codes[{index}]", code)
            if self.kind is ColumnKind.CODE and not self.codes:
                problems.add("codes", "empty", "must hold the words of a code")
        if problems.text("unknown", self.unknown) and self.unknown not in {code.text for code in codes()}:
            problems.add("unknown", "unknown-choice", "must be a stable code of pmm_core.errors")
        problems.instance("nullable", self.nullable, bool, "a bool")
        problems.instance("optional", self.optional, bool, "a bool")
        if self.minimum is not None:
            problems.integer("minimum", self.minimum, minimum=None)
        problems.done()


@final
@attrs.frozen(kw_only=True)
class Schema:
    """The columns of one kind of frame (skema kolom); more columns than these are welcome and ignored.

    Args:
        name: what a row is, in the plural: ``teachers``.
        about: what the frame holds, in one sentence.
        columns: the columns, in the order of the documentation.
        key: the columns that name a row; no two rows agree in them.

    Raises:
        InvalidValueError: ``duplicate`` for a column that occurs twice, ``unknown-key`` for a key that is no column,
            ``empty`` for an empty text, no columns or no key.
        WrongTypeError: for a field of the wrong kind.

    >>> from pmm_core.frames import TEACHERS
    >>> TEACHERS.key, TEACHERS.column("topics_completed").minimum
    (('id',), 0)
    """

    name: str
    about: str
    columns: tuple[Column, ...] = attrs.field(repr=False)
    key: tuple[str, ...]

    def __attrs_post_init__(self) -> None:
        problems = Problems("Schema")
        problems.text("name", self.name)
        problems.text("about", self.about)
        self._check_columns(problems)
        if problems.instance("key", self.key, tuple, "a tuple of names of columns") and not self.key:
            problems.add("key", "empty", "must name at least one column")
        problems.done()
        known = {column.name for column in self.columns}
        for index, name in enumerate(self.key):
            if name not in known:
                problems.add(f"key[{index}]", "unknown-key", "is no column")
        problems.done()

    def _check_columns(self, problems: Problems) -> None:
        if not problems.instance("columns", self.columns, tuple, "a tuple of columns"):
            return
        if not self.columns:
            problems.add("columns", "empty", "must hold at least one column")
        seen: set[str] = set()
        for index, column in enumerate(self.columns):
            if problems.instance(f"columns[{index}]", column, Column, "a Column"):
                if column.name in seen:
                    problems.add(f"columns[{index}]", "duplicate", f"{column.name} occurs twice")
                seen.add(column.name)

    def column(self, name: str) -> Column:
        """One column by its name.

        Args:
            name: one of this schema.

        Raises:
            InvalidValueError: ``unknown-key``.
        """
        for column in self.columns:
            if column.name == name:
                return column
        known = ", ".join(column.name for column in self.columns)
        raise InvalidValueError("Schema", (Problem("name", "unknown-key", f"must be one of {known}"),))

    @property
    def required(self) -> tuple[str, ...]:
        """The names of the columns that must be there."""
        return tuple(column.name for column in self.columns if not column.optional)


KEY_MARK: Final = "#"
"""What stands between the parts of a key of several columns where one text names a row."""
