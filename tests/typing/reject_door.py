"""A misspelt name of the front door is an error although it resolves names lazily; an unneeded marker is one too."""

import pmm_core
from pmm_core import rnak  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType]

pmm_core.no_such_name  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
rnak()
