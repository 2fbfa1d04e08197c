"""Values of the library as fields of pydantic models, written and read as documents of the codec."""

from typing import Any

import attrs
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from pmm_core.codec import DecodeError, from_plain, kinds, to_plain

BUNDLE = "https://example.org/pmm-core.schema.json"  # where you serve this file of the library


class Document:
    """Marks a field: ``where: Annotated[Kabupaten, Document()]``."""

    def __get_pydantic_core_schema__(self, kind: type[Any], _handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        def read(given: object) -> object:
            if isinstance(given, kind):
                return given
            try:
                return from_plain(given, kind)
            except DecodeError as error:
                problems = [attrs.asdict(problem) for problem in error.problems]
                raise PydanticCustomError("document", "{why}", {"why": str(error), "problems": problems}) from None

        return core_schema.no_info_plain_validator_function(
            read,
            serialization=core_schema.plain_serializer_function_ser_schema(to_plain),
            metadata={"documents": [name for name, builds in kinds().items() if issubclass(builds, kind)]},
        )

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        names = schema.get("metadata", {})["documents"]
        return {"anyOf": [{"$ref": f"{BUNDLE}#/$defs/{name}"} for name in names]}
