"""What the pages need beyond Sphinx: diagrams in the reader's language, short contents, links to what is public."""

import ast
import inspect
import sys
from pathlib import Path
from types import FunctionType
from typing import ClassVar, TypeVar
from xml.etree import ElementTree as ET

from docutils import nodes
from sphinx.addnodes import desc_signature, pending_xref
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.ext.napoleon.docstring import GoogleDocstring
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

FOLDER = Path(__file__).with_name("_diagrams")
TOP = frozenset({"class", "function", "exception", "data", "type", "module"})


class Diagram(SphinxDirective):
    """Show a diagram out of ``docs/_diagrams``, and for readers of text its words."""

    required_arguments = 1
    has_content: ClassVar[bool] = False

    def run(self) -> list[nodes.Node]:
        """Give the picture for pages and the words for text."""
        name = self.arguments[0]
        file = FOLDER / f"{name}.{self.config.language}.svg"
        if not file.exists():
            file = FOLDER / f"{name}.en.svg"
        if not file.exists():
            raise self.error(f"there is no diagram {name}")
        self.env.note_dependency(file)
        picture = file.read_text(encoding="utf-8")
        words = [found.text or "" for found in ET.fromstring(picture)[:2]]  # noqa: S314 -- our own file
        drawn = nodes.container("", nodes.raw("", picture, format="html"), classes=["diagram"])
        return [drawn, nodes.raw("", ": ".join(words), format="text")]


class Named:
    """Stands in a signature for a value that has a name."""

    def __init__(self, name: str) -> None:
        """Keep the name."""
        self.name = name

    def __repr__(self) -> str:
        """Read as the name alone."""
        return self.name


def reads_as_code(value: object) -> bool:
    """Tell whether the text of a value could stand in a signature."""
    try:
        ast.parse(repr(value), mode="eval")
    except SyntaxError:
        return False
    return True


def name_defaults(_app: Sphinx, called: object, _bound: bool) -> None:  # noqa: FBT001 -- Sphinx asks for it so
    """Show a constant that is a default by its name: the text of a calendar would not read as a signature."""
    if not isinstance(called, FunctionType):
        return
    signature = inspect.signature(called)
    shown = []
    for parameter in signature.parameters.values():
        known = {} if reads_as_code(parameter.default) else called.__globals__
        names = [name for name, value in known.items() if value is parameter.default]
        constant = next((name for name in names if name.isupper() and not name.startswith("_")), "")
        shown.append(parameter.replace(default=Named(constant)) if constant else parameter)
    if shown != [*signature.parameters.values()]:
        called.__signature__ = signature.replace(parameters=shown)  # type: ignore[attr-defined]


def link_public(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, shown: nodes.TextElement
) -> nodes.Element | None:
    """Link a class that lives in a private file to where its door shows it; the variable of a type stays a word."""
    named = node.get("reftarget", "")
    module, _, name = named.rpartition(".")
    if isinstance(getattr(sys.modules.get(module), name, None), TypeVar):
        return shown
    public = ".".join(part for part in named.split(".") if not part.startswith("_"))
    if node.get("refdomain") != "py" or public == named:
        return None
    return env.get_domain("py").resolve_xref(env, node["refdoc"], app.builder, "obj", public, node, shown)


def list_no_members(_app: Sphinx, _domain: str, kind: str, content: nodes.Element) -> None:
    """Leave methods and fields out of the contents of a page: they would bury the classes, and double the build."""
    if kind not in TOP and content.parent is not None:
        for signature in content.parent.findall(desc_signature):
            signature["_toc_name"] = ""


def stand_alone(app: Sphinx, _doctree: nodes.document) -> None:
    """Let the page for unknown addresses stand in no list of pages.

    (A field at the head of the file would say it too, but not in Indonesian: docutils then takes any package of the
    name ``id`` that happens to be installed for its own words.)
    """
    if app.env.docname == "404":
        app.env.metadata["404"]["orphan"] = "yes"


def know_the_language(_app: Sphinx, config: Config) -> None:
    """Each language stands in a folder of its own below the address of all pages."""
    if config.html_baseurl:
        config.html_baseurl += f"{config.language}/"


def whole_sentences(self: GoogleDocstring) -> list[str]:
    """Read the text of a property or member like any other; Napoleon takes what stands before a colon for a type."""
    self._what = "method"
    self._parse()
    return []


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add what the extensions do not know."""
    GoogleDocstring._parse_attribute_docstring = whole_sentences  # type: ignore[method-assign]
    app.add_directive("diagram", Diagram)
    app.connect("autodoc-before-process-signature", name_defaults)
    app.connect("config-inited", know_the_language)
    app.connect("doctree-read", stand_alone)
    app.connect("missing-reference", link_public)
    app.connect("object-description-transform", list_no_members)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
