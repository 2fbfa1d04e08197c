"""How the pages are built: offline, in two languages, with every warning an error."""

import tomllib
from pathlib import Path

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.ext.napoleon.docstring import GoogleDocstring

_project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]

project = "pmm_core"
author = "The pmm_core authors"
copyright = author  # noqa: A001 -- Sphinx asks for this name
release = version = _project["version"]

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx.ext.intersphinx", "sphinx_copybutton"]
exclude_patterns = ["_build", "_inv", "_templates", "locales", "examples"]
templates_path = ["_templates"]
nitpicky = True
nitpick_ignore = [("py:class", "Converter"), ("py:class", "cattrs.Converter")]  # cattrs has its own pages elsewhere
default_role = "py:obj"  # single backquotes in docstrings are links, and a link that leads nowhere is an error

language = "en"
locale_dirs = ["locales"]
gettext_compact = False
gettext_uuid = False

myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3

autodoc_class_signature = "mixed"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
napoleon_numpy_docstring = False
napoleon_use_rtype = False
python_use_unqualified_type_names = True

# The inventory is a committed subset of Python's own, see _inv/subset.py: nothing is fetched.
intersphinx_mapping = {"python": ("https://docs.python.org/3", "_inv/python-subset.inv")}

html_theme = "furo"
html_title = f"pmm_core {release}"
html_copy_source = False
html_show_sphinx = False
html_sidebars = {
    "**": [
        "sidebar/scroll-start.html",
        "sidebar/brand.html",
        "sidebar/language.html",
        "sidebar/search.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True


def _public(app: Sphinx, env: BuildEnvironment, node: pending_xref, shown: nodes.TextElement) -> nodes.Element | None:
    """Link a class that lives in a private file to where its door shows it."""
    named = node.get("reftarget", "")
    public = ".".join(part for part in named.split(".") if not part.startswith("_"))
    if node.get("refdomain") != "py" or public == named:
        return None
    return env.get_domain("py").resolve_xref(env, node["refdoc"], app.builder, "obj", public, node, shown)


def _whole_sentences(self: GoogleDocstring) -> list[str]:
    """Read the text of a property or member like any other; Napoleon takes what stands before a colon for a type."""
    self._what = "method"
    self._parse()
    return []


def setup(app: Sphinx) -> None:
    """Add what the extensions do not know."""
    GoogleDocstring._parse_attribute_docstring = _whole_sentences
    app.connect("missing-reference", _public)
