"""Which of the engines of a run a test runs on; without a mark of these on all of them.

The laws run on all.  What holds on one because it holds on another costs minutes and shows nothing.
"""

from typing import Final

import pytest
from carriers import CARRIERS, wanted


def _on(*names: str) -> pytest.MarkDecorator:
    those = [CARRIERS[name] for name in wanted() if name in names]
    return pytest.mark.parametrize("carrier", those, ids=lambda carrier: carrier.name)


LAZY: Final = _on(*(carrier.name for carrier in CARRIERS.values() if carrier.lazy))
"""On those that compute nothing before they are asked."""
OWN: Final = _on("pandas", "polars", "polars-lazy", "pyarrow", "duckdb", "pyspark")
"""On those that do not do what pandas does."""
LOCAL: Final = _on(*(name for name in CARRIERS if name != "pyspark"))
"""On those that take the types of columns that Spark has not, such as whole numbers without a sign."""
NULLS: Final = _on("pandas", "pandas-arrow", "polars", "pyarrow", "duckdb", "pyspark")
"""On those that have gaps of their own kind; Dask has those of pandas, and Polars has one kind, lazy or not."""
TWICE: Final = _on("pandas", "pandas-arrow", "pyarrow", "duckdb", "dask", "pyspark")
"""On those that let two columns have one name; Polars does not."""
QUICK: Final = _on("pandas", "polars", "pyarrow")
"""On those that plan nothing."""
ONE: Final = _on("polars")
"""On one: what is told is the same on all, which the laws hold."""
