"""What must not type-check with the people; a marker that is not needed is an error."""

from pmm_core.people import SchoolLevel

SchoolLevel.SDN  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
text: str = SchoolLevel.SD  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
