"""Scripts of this project as modules, so that tests can ask them: they lie where no import finds them."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any


def script_at(path: Path) -> Any:
    """Run a script as a module of its own, anew for each call; types of what is in it are not known."""
    spec = spec_from_file_location(f"script_{path.stem}", path)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module
