"""What the pages know about where they stand: their own address, and where their source may be edited.

Neither is known today.  As soon as pyproject.toml names them under ``[project.urls]`` (``Documentation``, ``Source``),
or the environment does (``DOCS_BASE_URL``, ``DOCS_SOURCE_URL``; the host of the pages has names of its own for both),
the pages have canonical addresses, addresses of the other language, and buttons that lead to their source.
"""

import re
from collections.abc import Mapping

ADDRESS = ("DOCS_BASE_URL", "READTHEDOCS_CANONICAL_URL")
SOURCE = ("DOCS_SOURCE_URL", "READTHEDOCS_GIT_CLONE_URL")
FORGE = re.compile(r"https://(github\.com|gitlab\.com|bitbucket\.org)/")  # of others the theme knows no form of address


def first(
    environment: Mapping[str, str], names: tuple[str, ...], urls: Mapping[str, str], keys: tuple[str, ...]
) -> str:
    """Find the first address that is given, in the environment or else in the project's own file."""
    for found in (*(environment.get(name, "") for name in names), *(urls.get(key, "") for key in keys)):
        if found.startswith("https://"):
            return found
    return ""


def base(environment: Mapping[str, str], urls: Mapping[str, str]) -> str:
    """Give the address of the root of all pages, with a slash at its end; nothing where it is not known."""
    found = first(environment, ADDRESS, urls, ("Documentation",))
    return found and found.rstrip("/") + "/"


def source(environment: Mapping[str, str], urls: Mapping[str, str]) -> dict[str, object]:
    """Give the options of the theme that lead to the source of a page; no buttons where it is not known."""
    found = first(environment, SOURCE, urls, ("Source", "Repository", "Homepage")).removesuffix(".git").rstrip("/")
    if not FORGE.match(found):
        return {"top_of_page_buttons": []}
    return {
        "source_repository": f"{found}/",
        "source_branch": environment.get("DOCS_SOURCE_BRANCH", "main"),
        "source_directory": "docs/",
        "top_of_page_buttons": ["view", "edit"],
    }
