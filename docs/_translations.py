"""Say whether the pages that are promised in Indonesian are whole, and help to keep them so.

``python docs/_translations.py check`` fails where one of `PAGES` has a text that is untranslated, doubtful or outdated.

``python docs/_translations.py update`` rewrites the catalogues in the order of the pages: what is gone is dropped, what
was translated on any page is taken over, what needs no translator is filled in, and the rest is listed.  Write the
translations of the rest between the quotes of ``msgstr`` in ``docs/locales``, and run ``check``.

Both ask Sphinx for the present texts; give them a folder as well where its gettext builder has written them already.
"""

import ast
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

DOCS = Path(__file__).parent
CATALOGUES = DOCS / "locales" / "id" / "LC_MESSAGES"
PAGES = (
    "index",
    "tutorial/first-league-table",
    "tutorial/from-parquet-to-a-ranked-province",
    "tutorial/one-school",
    "tutorial/one-semester",
    "tutorial/start-here",
    "tutorial/tour",
    "reference/glossary",
    "reference/rules",
    "how-to/add-a-scheme-or-extension",
    "how-to/ask-the-calendar",
    "how-to/build-a-composite-index",
    "how-to/check-a-distribution",
    "how-to/check-eligibility-for-guru-penggerak",
    "how-to/choose-another-reading",
    "how-to/close-a-period",
    "how-to/count-the-national-assessment",
    "how-to/count-working-days",
    "how-to/draw-the-pictures",
    "how-to/explain-a-refusal",
    "how-to/find-a-region",
    "how-to/follow-a-year-from-2025",
    "how-to/follow-angka-kredit",
    "how-to/for-developers",
    "how-to/for-dinas",
    "how-to/for-schools",
    "how-to/from-rapor-pendidikan-to-a-plan",
    "how-to/handle-identifiers-safely",
    "how-to/plan-the-way-to-the-top-five",
    "how-to/protect-personal-data",
    "how-to/put-deadlines-into-a-calendar",
    "how-to/rank-by-cycle-progress",
    "how-to/rank-small-groups-safely",
    "how-to/rank-with-ties",
    "how-to/read-a-spreadsheet",
    "how-to/read-indonesian-dates",
    "how-to/run-a-learning-community",
    "how-to/see-who-is-late",
)
HEADER = """# {page} in Indonesian
msgid ""
msgstr ""
"Project-Id-Version: pmm_core\\n"
"Language: id\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"""
FUZZY = "\0"  # stands before a translation that is marked as doubtful
CODE = re.compile(r"\{[a-z:]+\}`[^`]+`|`+[^`]+`+")
TARGET = re.compile(r"\]\([^)]+\)")
KEY = re.compile(r"\b[a-z]+\.[a-z0-9]+(-[a-z0-9]+)+|\b[a-z]+\.[a-z]+\b")  # of a rule
NO_WORDS = re.compile(r"[\W\d_]*")  # a number, a day, a sign
LEFT_IN_ENGLISH = re.compile(r"\b(and|are|by|for|from|is|of|the|to|which|with)\b", re.IGNORECASE)
CERTAINTIES = {
    "official": "resmi",
    "seed article": "artikel sumber",
    "secondary": "sumber kedua",
    "recalled": "ingatan",
    "our design": "rancangan pustaka",
}


def read(text: str) -> dict[str, str]:
    """Read the messages of a catalogue or template in their order; `FUZZY` marks a doubtful one."""
    found: dict[str, str] = {}
    for block in re.split(r"\n\s*\n", text):
        parts: dict[str, str] = {}
        keyword = ""
        for line in block.splitlines():
            if match := re.match(r'(msgid|msgstr)?\s*(".*")$', line):
                keyword = match[1] or keyword
                parts[keyword] = parts.get(keyword, "") + str(ast.literal_eval(match[2]))
        if parts.get("msgid"):
            fuzzy = FUZZY if re.search(r"^#,.*\bfuzzy\b", block, re.MULTILINE) else ""
            found[parts["msgid"]] = fuzzy + parts.get("msgstr", "")
    return found


def quoted(text: str) -> str:
    """Quote a text as catalogues do, on one line."""
    for plain, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        text = text.replace(plain, escaped)
    return f'"{text}"'


def write(page: str, messages: dict[str, str]) -> str:
    """Write a catalogue: no dates, no places, one line for each text, so that a change shows what changed."""
    blocks = [HEADER.format(page=page)]
    for text, translated in messages.items():
        mark = "#, fuzzy\n" if translated.startswith(FUZZY) else ""
        blocks.append(f"{mark}msgid {quoted(text)}\nmsgstr {quoted(translated.removeprefix(FUZZY))}\n")
    return "\n".join(blocks)


def kept(text: str) -> Counter[str]:
    """Count what a translation has to keep: inline code and roles, targets of links, and strong words."""
    found = Counter(CODE.findall(text))
    bare = CODE.sub("", text)
    return found + Counter(TARGET.findall(bare)) + Counter({"**": bare.count("**")})


def left_in_english(page: str, translated: str) -> str:
    """Find a word that no Indonesian sentence holds; the glossary has English words on purpose."""
    found = LEFT_IN_ENGLISH.search(KEY.sub("", CODE.sub("", translated)))
    return found[0] if found and page != "reference/glossary" else ""


def faults(page: str, messages: dict[str, str], texts: list[str] | None = None) -> list[str]:
    """List what is wrong with the catalogue of a page, and what differs from its present texts if they are given."""
    found: list[str] = []
    for text, translated in messages.items():
        if texts is not None and text not in texts:
            found.append(f"outdated: {text}")
        elif not translated.strip():
            found.append(f"untranslated: {text}")
        elif translated.startswith(FUZZY):
            found.append(f"fuzzy: {text}")
        elif kept(text) != kept(translated):
            found.append(f"code, links or strong words differ: {text}")
        elif left := left_in_english(page, translated):
            found.append(f"left in English ({left}): {text}")
    found += [f"untranslated: {text}" for text in texts or () if text not in messages]
    return [f"{page}: {each}" for each in found]


def without_translator(page: str, text: str, known: dict[str, str]) -> str:
    """Translate what follows from the rest, such as the lines below a rule; an empty text where nothing does."""
    cells = (DOCS / f"{page}.md").read_text(encoding="utf-8") if page == "reference/glossary" else ""
    if NO_WORDS.fullmatch(CODE.sub("", text)) or KEY.fullmatch(text) or f"| {text} |" in cells:
        return text
    if (picture := re.fullmatch(r"!\[(.+)\](\(\S+\))", text)) and known.get(picture[1]):
        return f"![{known[picture[1]]}]{picture[2]}"
    if names := re.fullmatch(r"Carried out by: ([^a-z]*(?:`[^`]+`,? ?)+)", text):
        return f"Dijalankan oleh: {names[1]}"
    if (sure := re.fullmatch(r"Certainty: (.+)", text)) and sure[1] in CERTAINTIES:
        return f"Kepastian: {CERTAINTIES[sure[1]]}"
    if (work := re.fullmatch(r"Source: (.+) (\(`[^`]+`\))", text)) and known.get(work[1]):
        return f"Sumber: {known[work[1]]} {work[2]}"
    return ""


def catalogue(page: str) -> dict[str, str]:
    """Read the catalogue of a page, empty where there is none."""
    path = CATALOGUES / f"{page}.po"
    return read(path.read_text(encoding="utf-8")) if path.exists() else {}


def template(page: str, folder: Path) -> list[str]:
    """Read the present texts of a page; the whole run ends where Sphinx wrote none."""
    path = folder / f"{page}.pot"
    if not path.exists():
        sys.exit(f"{path} is missing: let Sphinx's gettext builder write it")
    return list(read(path.read_text(encoding="utf-8")))


def update(folder: Path) -> list[str]:
    """Rewrite the catalogues from the present texts; returns what is left to translate."""
    old = {page: catalogue(page) for page in PAGES}
    known = {text: translated for messages in old.values() for text, translated in messages.items() if translated}
    left: list[str] = []
    for page in PAGES:
        texts = template(page, folder)
        ours = {text: old[page].get(text) or known.get(text, "") for text in texts}
        done = {text: said or without_translator(page, text, known) for text, said in ours.items()}
        path = CATALOGUES / f"{page}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(write(page, done), encoding="utf-8")
        left += faults(page, done, texts)
    return left


def check(folder: Path) -> list[str]:
    """List what is wrong with any of the pages."""
    found: list[str] = []
    for page in PAGES:
        messages = catalogue(page)
        wrong = faults(page, messages, template(page, folder))
        print(f"{page}: {len(messages)} texts in Indonesian, {len(wrong)} faults")
        found += wrong
    return found


def extract(folder: Path) -> None:
    """Let Sphinx write the present texts of our pages; it need not read the others."""
    there = {path.relative_to(DOCS).with_suffix("").as_posix() for path in DOCS.glob("[!_]*/*.md")} | {"404"}
    leave = ["_*", "examples", "locales", *(f"{page}.md" for page in sorted(there - set(PAGES)))]
    words = ["-Q", "-b", "gettext", "-d", str(folder / "trees"), "-D", f"exclude_patterns={','.join(leave)}"]
    subprocess.run([sys.executable, "-m", "sphinx", *words, str(DOCS), str(folder)], check=True)  # noqa: S603 -- fixed words


def main(words: list[str]) -> int:
    """Carry out the command; 1 where something is wrong."""
    match words:
        case ["check" | "update" as command]:
            with TemporaryDirectory() as made:
                extract(Path(made))
                return main([command, made])
        case ["check", folder]:
            found = check(Path(folder))
        case ["update", folder]:
            found = update(Path(folder))
        case _:
            print(__doc__)
            return 2
    print("\n".join(found) or "every text is translated")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
