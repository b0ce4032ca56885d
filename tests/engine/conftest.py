"""One engine for all tests of this folder: building it costs more than most of them."""

from __future__ import annotations

import pytest

from govredact import Engine


@pytest.fixture(scope="session")
def engine() -> Engine:
    return Engine()
