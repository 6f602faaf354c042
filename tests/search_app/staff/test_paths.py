import pytest

from search_app.staff.paths import is_staff, safe_next


@pytest.mark.parametrize("path", ["/staff", "/staff/", "/staff/log"])
def test_addresses_of_the_staff_room(path):
    assert is_staff(path)


@pytest.mark.parametrize("path", ["/", "/staffing", "/search", "/documents/staff/x"])
def test_addresses_of_the_public_site(path):
    assert not is_staff(path)


@pytest.mark.parametrize("address", ["/", "/staff/log?actor=a&before=3", "/kk/search?q=%D0%98"])
def test_addresses_to_go_on_to(address):
    assert safe_next(address) == address


@pytest.mark.parametrize(
    "address",
    [None, "", "staff", "//x", "/\\x", "\\x", "http://x/", "/a\\b", "/a\nb", "/\t/x", "/\u2028/x"],
)
def test_addresses_that_might_lead_elsewhere(address):
    assert safe_next(address) is None
