"""The examples in the docstrings of `govredact.numbers` are true."""

import doctest
import importlib
import pkgutil

import pytest

import govredact.numbers

MODULES = [f"govredact.numbers.{info.name}" for info in pkgutil.iter_modules(govredact.numbers.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name):
    module = importlib.import_module(name)
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0
