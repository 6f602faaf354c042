import importlib

import pytest

from search_app.bench.absent import installed


def test_a_package_that_is_not_there_gives_nothing():
    assert installed(lambda: importlib.import_module("no_such_package_at_all")) is None
    assert installed(lambda: importlib.import_module("json")).loads("[1]") == [1]


def test_other_faults_of_a_package_are_not_hidden():
    with pytest.raises(ZeroDivisionError):
        installed(lambda: 1 // 0)
