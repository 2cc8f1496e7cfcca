import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.kit.keyring import install, new_ring
from vssid.kit.sealing import SealBroken, lookup_digest, seal, unseal

install(new_ring(demo=True))


@given(st.text(), st.integers(), st.sampled_from(["phone", "address"]))
def test_opens_where_it_was_sealed(value: str, pk: int, field: str) -> None:
    sealed = seal(value, table="person", pk=pk, field=field)
    assert unseal(sealed, table="person", pk=pk, field=field) == value


@pytest.mark.parametrize("place", [("card", 1, "phone"), ("person", 2, "phone"), ("person", 1, "email")])
def test_does_not_open_elsewhere(place: tuple[str, int, str]) -> None:
    sealed = seal("0912000345", table="person", pk=1, field="phone")
    table, pk, field = place
    with pytest.raises(SealBroken):
        unseal(sealed, table=table, pk=pk, field=field)


@pytest.mark.parametrize("broken", ["v2|k1|a|b", "v1|k9|AAAA|AAAA", "nonsense", "v1|k1|AAAA|AAAA"])
def test_refuses_what_it_did_not_make(broken: str) -> None:
    with pytest.raises(SealBroken):
        unseal(broken, table="person", pk=1, field="phone")


def test_same_value_seals_differently_and_digests_alike() -> None:
    sealed = {seal("0194000123", table="person", pk=1, field="insurance_number") for _ in range(20)}
    assert len(sealed) == 20
    assert lookup_digest("insurance", "0194000123") == lookup_digest("insurance", "0194000123")
    assert lookup_digest("insurance", "0194000123") != lookup_digest("national_id", "0194000123")
