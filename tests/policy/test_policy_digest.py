"""The digest of a policy is taken of JSON, which is written without importing json."""

import json

from hypothesis import given
from hypothesis import strategies as st

from govredact.policy import load, loader

PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()


@given(st.recursive(PLAIN, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner, inner), max_leaves=20))
def test_it_is_the_json_that_json_writes(value):
    assert loader._canonical(value) == json.dumps(value, ensure_ascii=False, sort_keys=True)


def test_the_digest_follows_the_settings():
    assert load("gov-website").digest == load("gov-website").digest != load("gov-website", {"fail_on": "high"}).digest
