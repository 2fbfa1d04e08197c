"""The laws of the people: identifiers read back, masks hold on every path, progress grows, counting is counting."""

import copy
import traceback
from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import example, given, strategies as st

from pmm_core.errors import PmmError, RefusedError
from pmm_core.people import (
    BelajarAccount,
    Nik,
    Nip,
    NipForm,
    Npsn,
    Nuptk,
    PmmProgress,
    Role,
    School,
    SchoolLevel,
    Teacher,
    count_adoption,
    pseudonym,
)
from pmm_core.ranking import ADOPTION
from pmm_core.ranking._counting import measure_adoption
from pmm_core.regions import find
from pmm_core.testing._identifiers import belajar_accounts, niks, nips, npsns, nuptks
from pmm_core.testing._people import PEOPLE_NEAR_MISSES, progresses, schools, teachers

IDENTIFIERS = st.one_of(nips(), niks(), nuptks(), npsns(), belajar_accounts())
KINDS = st.sampled_from((Nip, Nik, Nuptk, Npsn, BelajarAccount))
FILLERS = st.text(" .-\n\t\u00a0\u2013", max_size=3)
NEARLY = (
    st.text("0123456789PKpk .-@abelajridguru", max_size=30)
    | st.from_regex(r"[0-9]{4,20}", fullmatch=True)
    | IDENTIFIERS.map(str)
    | st.text(max_size=30)
)
DAY = date(2024, 1, 1)
MARK = "8173950264"  # made up; within every number below and in no message


def class_of(value: object) -> Any:
    return type(value)


class TestIdentifiers:
    """What is read is what is written; ``is_valid`` tells exactly what ``parse`` does."""

    @given(IDENTIFIERS)
    @example(Nip("198609262015051001"))
    @example(BelajarAccount("ani@guru.sd.belajar.id"))
    def test_the_canonical_text_reads_back(self, value: Any) -> None:
        kind = class_of(value)
        assert value == kind.parse(str(value)) == kind(str(value))
        assert kind.is_valid(str(value))

    @given(st.one_of(nips(), niks(), nuptks(), npsns()), st.data())
    @example(Nip("198609262015051001"), None)
    def test_what_stands_between_the_digits_never_matters(self, value: Any, data: Any) -> None:
        kind = class_of(value)
        gaps = [data.draw(FILLERS) if data else " " for _ in str(value)]
        assert value == kind.parse("".join(gap + digit for gap, digit in zip(gaps, str(value), strict=True)))

    @given(KINDS, NEARLY)
    @example(Nip, "")
    @example(Nik, "3325013102900001")
    @example(Npsn, "\u212a2030001")
    @example(BelajarAccount, "x@guru.sd.belajar.id.evil.com")
    def test_is_valid_agrees_with_parse(self, kind: Any, text: str) -> None:
        try:
            canonical = str(kind.parse(text))
        except PmmError:
            assert not kind.is_valid(text)
        else:
            assert kind.is_valid(text)
            assert kind.is_valid(canonical)
            assert canonical.isascii()

    @given(nips())
    @example(Nip("199001012022212001"))
    def test_a_nip_is_put_together_from_its_parts(self, nip: Nip) -> None:
        middle = nip.appointment_month if nip.form is NipForm.PNS else nip.agreement_number
        sex = 1 if nip.sex.value == "male" else 2
        assert f"{nip.birth_date:%Y%m%d}{nip.appointment_year}{middle:02}{sex}{nip.serial:03}" == str(nip)

    @given(niks(), st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 60))
    @example(Nik("3325012902000001"), date(2010, 1, 1), 17)
    @example(Nik("3325010101070001"), date(2024, 1, 1), 17)
    def test_the_birth_date_is_the_latest_that_the_age_allows(self, nik: Nik, on: date, youngest: int) -> None:
        day, month, year = int(str(nik)[6:8]) % 40, int(str(nik)[8:10]), int(str(nik)[10:12])
        fits: list[date] = []
        for century in (1900, 2000):
            try:
                born = date(century + year, month, day)
            except ValueError:
                continue
            birthday = (born.year + youngest, born.month, born.day)
            if birthday <= (on.year, on.month, on.day):
                fits.append(born)
        if fits:
            assert fits[-1] == nik.birth_date(on=on, youngest=youngest)
        else:
            with pytest.raises(PmmError) as caught:
                nik.birth_date(on=on, youngest=youngest)
            assert caught.value.codes == ("too-young",)

    @given(IDENTIFIERS, IDENTIFIERS, st.binary(min_size=32, max_size=40))
    @example(Nik("3325010101900001"), Nuptk("3325010101900001"), b"k" * 32)
    def test_pseudonyms_are_equal_where_values_are(self, one: Any, other: Any, key: bytes) -> None:
        assert (one == other) is (pseudonym(one, key=key) == pseudonym(other, key=key))
        assert str(one) not in pseudonym(one, key=key)


def told(error: BaseException) -> str:
    """Everything that an error says: text, arguments, repr, its causes and the printed traceback."""
    chain: list[BaseException | None] = [error, error.__cause__, error.__context__]
    parts = [f"{each} {each!r} {each.args!r} {getattr(each, '__notes__', '')}" for each in chain if each]
    return " ".join([*parts, *traceback.format_exception(error)])


def outcome(call: Callable[[str], object], text: str) -> str:
    try:
        return repr(call(text))
    except (PmmError, TypeError) as error:
        return told(error)


PATHS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("Nip", Nip.parse),
    ("Nik", Nik.parse),
    ("Nuptk", Nuptk.parse),
    ("Npsn", Npsn.parse),
    ("account", BelajarAccount.parse),
    ("constructor", Nip),
    ("as bytes", lambda text: Nip.parse(text.encode())),  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    ("a pair", lambda text: Nip.parse((text,))),  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    ("key", lambda text: pseudonym("t-1", key=text)),  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    ("short key", lambda text: pseudonym("t-1", key=text.encode()[:20])),
    ("id", lambda text: teacher(id=text)),
    ("role", lambda text: teacher(role=text)),
    ("workplace", lambda text: teacher(workplace=text)),
    ("nip", lambda text: teacher(nip=text)),
    ("nuptk", lambda text: teacher(nuptk=text)),
    ("account field", lambda text: teacher(account=text)),
    ("name", lambda text: teacher(name=f" {text}")),
    ("subject", lambda text: teacher(subject=f"{text}\n")),
    ("progress", lambda text: teacher(progress=text)),
    ("unknown field", lambda text: teacher(address=text)),
    ("school name", lambda text: school(name=f"{text} ")),
    ("school number", lambda text: school(npsn=text)),
    ("tally", lambda text: count_adoption([text])),  # type: ignore[list-item] # pyright: ignore[reportArgumentType]
)


def teacher(**changes: Any) -> Teacher:
    fields: dict[str, Any] = {"id": "t-1", "role": Role.TEACHER, "workplace": find("33.25")}
    return Teacher(**(fields | changes))


def school(**changes: Any) -> School:
    fields: dict[str, Any] = {"npsn": Npsn("20300001"), "level": SchoolLevel.SD, "kabupaten": find("33.25")}
    return School(**(fields | changes))


class TestMasks:
    """UU 27/2022, article 4: what identifies a person stands in no text unless it is asked for by name."""

    @given(st.sampled_from(PATHS), st.text("0123456789", max_size=8), st.sampled_from(("", "@gmail.com", "x", " ")))
    @example(PATHS[0], "", "")
    @example(PATHS[10], "173950", "")
    def test_no_error_repeats_what_was_given(
        self, path: tuple[str, Callable[[str], object]], more: str, end: str
    ) -> None:
        said = outcome(path[1], f"{MARK}{more}{end}")  # what more digits make a valid number of is masked
        assert MARK not in said or path[0] == "id"  # the text of an id is an id

    @given(teachers())
    @example(teacher(nip=Nip("198609262015051001"), name="Ani Contoh"))
    def test_no_repr_shows_what_is_personal(self, one: Teacher) -> None:
        shown = f"{one!r} {one} {[one]!r} {attrs.asdict(one, recurse=False, filter=no_plain_text)!r}"
        hidden = [str(value) for value in (one.nip, one.nuptk, one.account, one.name) if value is not None]
        if one.school is not None:
            hidden += [str(one.school.npsn), *([one.school.name] if one.school.name else [])]
        assert [] == [text for text in hidden if text in shown.replace(one.id, "")]

    @given(IDENTIFIERS)
    @example(Nip("198609262015051001"))
    def test_a_container_is_masked_too(self, value: Any) -> None:
        assert f"[{type(value).__name__}(***)]" == repr([value]) == repr([copy.copy(value)])

    @pytest.mark.parametrize("miss", PEOPLE_NEAR_MISSES, ids=lambda miss: f"{miss.code}: {miss.why}")
    def test_no_near_miss_leaks(self, miss: Any) -> None:
        with pytest.raises(PmmError) as caught:
            miss.provoke()
        said = f"{caught.value} {caught.value!r} {caught.value.args!r}"
        assert [] == [text for text in ("19860926", "332501", "ani@", "x@guru", "2030000") if text in said]


def no_plain_text(attribute: Any, value: Any) -> bool:
    return attribute.name != "name" and value is not None


class TestProgress:
    """Progress only grows: every verb leads forward or is refused, and later values are taken over in any order."""

    @given(progresses(), st.lists(st.sampled_from(("register_account", "log_in", "complete_topic")), max_size=10))
    @example(PmmProgress(), ["complete_topic", "register_account", "log_in", "log_in"])
    def test_no_verb_leads_back(self, progress: PmmProgress, verbs: list[str]) -> None:
        for verb in verbs:
            try:
                after = getattr(progress, verb)()
            except RefusedError:
                after = progress
            assert after.step - progress.step in {0, 1}
            progress = progress.advance(after)

    @given(progresses(), progresses())
    @example(PmmProgress(), PmmProgress(account_registered=True))
    def test_of_two_the_later_one_is_taken_over(self, one: PmmProgress, other: PmmProgress) -> None:
        if one.step <= other.step:
            assert other == one.advance(other)
        else:
            with pytest.raises(PmmError) as caught:
                one.advance(other)
            assert caught.value.codes == ("goes-back",)

    @given(progresses(topic_count=2))
    @example(PmmProgress(topic_count=2))
    def test_every_value_is_reached_by_its_steps(self, progress: PmmProgress) -> None:
        way = PmmProgress(topic_count=2)
        for verb in ("register_account", "log_in", "complete_topic", "complete_topic")[: progress.step]:
            way = getattr(way, verb)()
        assert progress == way


CROWDS = st.lists(
    teachers(workplace=st.sampled_from([find("33.25"), find("35.05")]) | schools(kabupaten=st.just(find("15.04")))),
    max_size=12,
    unique_by=lambda one: one.id,
)


class TestCounting:
    """A count is the number of those for whom it is true, and the funnel narrows."""

    @given(CROWDS, st.integers(0, 6))
    @example([], 4)
    def test_counting_equals_a_naive_count(self, crowd: list[Teacher], topics: int) -> None:
        found = {tally.kabupaten: tally for tally in count_adoption(iter(crowd), topics=topics)}
        counted = [one for one in crowd if one.role is Role.TEACHER]
        assert {one.kabupaten for one in counted} == set(found)
        for kabupaten, tally in found.items():
            here = [one.progress for one in counted if one.kabupaten == kabupaten]
            assert tally.people == len(here)
            assert tally.accounts == sum(each.account_registered for each in here)
            assert tally.logged_in == sum(each.logged_in for each in here)
            expected = [sum(each.topics_completed >= number for each in here) for number in range(1, topics + 1)]
            assert expected == list(tally.topics)

    @given(CROWDS)
    @example([teacher()])
    def test_what_is_measured_is_a_funnel(self, crowd: list[Teacher]) -> None:
        found = measure_adoption(crowd, on=DAY, roles=list(Role))
        homes = {one.kabupaten for one in crowd}
        assert len(found) == len(homes) * len(ADOPTION.steps)
        for home in homes:
            reading = ADOPTION.read(figure for figure in found if figure.area == home)
            assert all(lost >= 0 for lost in reading.lost)

    @given(CROWDS, st.randoms(use_true_random=False))
    @example([teacher()], None)
    def test_the_order_of_the_people_never_matters(self, crowd: list[Teacher], random: Any) -> None:
        shuffled = list(crowd)
        if random:
            random.shuffle(shuffled)
        assert count_adoption(crowd) == count_adoption(shuffled)
