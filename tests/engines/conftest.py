"""Every test that takes a carrier runs once on each engine that this run wants."""

import pytest
from carriers import CARRIERS, Carrier, wanted


@pytest.fixture(params=wanted(), scope="session")
def carrier(request: pytest.FixtureRequest) -> Carrier:
    return CARRIERS[request.param]
