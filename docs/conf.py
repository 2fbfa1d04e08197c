"""How the pages are built: offline, in two languages, with every warning an error."""

import os
import sys
import tomllib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # our own extension and settings stand beside this file

import _settings

_project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]

project = "pmm_core"
author = "The pmm_core authors"
copyright = author  # noqa: A001 -- Sphinx asks for this name
release = version = _project["version"]

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx.ext.intersphinx",
    "sphinx_copybutton",
    "_pages",
]
exclude_patterns = ["_build", "_inv", "_templates", "locales", "examples"]
templates_path = ["_templates"]
nitpicky = True
nitpick_ignore = [
    ("py:class", "Converter"),
    ("py:class", "pmm_core._labels.Labelled"),  # every enum is one; the class itself is not offered
    ("py:class", "pmm_core.frames._batches.Result"),
    ("py:class", "pmm_core.frames._engine.IntoFrameT"),  # a frame of any engine
]
nitpick_ignore_regex = [("py:.*", r"(cattrs|holidays|icalendar|matplotlib|narwhals)\..+")]  # they have pages elsewhere
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
html_baseurl = _settings.base(os.environ, _project.get("urls", {}))
html_context = {"site": html_baseurl}
html_theme_options = _settings.source(os.environ, _project.get("urls", {}))
html_favicon = "_static/favicon.svg"
html_static_path = ["_static"]
html_css_files = ["pmm.css"]
html_js_files = [("pmm.js", {"defer": "defer"})]
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
