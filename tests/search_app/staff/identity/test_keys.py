import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from search_app import create_app
from search_app.config import Config
from search_app.staff.faults import StaffUnavailable
from search_app.staff.identity.keys import secret_key


def test_the_key_is_made_once_and_only_its_user_may_read_it(tmp_path):
    place = tmp_path / "new" / "secret.key"
    key = secret_key(place)
    assert len(key) == 32
    assert secret_key(place) == key
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert [path.name for path in place.parent.iterdir()] == ["secret.key"]


def test_whoever_comes_first_makes_it_for_all(tmp_path):
    place = tmp_path / "secret.key"
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(secret_key, [place] * 32))) == 1


@pytest.mark.parametrize("written", ["", "nonsense", "abcd"])
def test_a_key_that_cannot_be_used_is_refused(tmp_path, written):
    place = tmp_path / "secret.key"
    place.write_text(written)
    with pytest.raises(StaffUnavailable, match=r"secret\.key"):
        secret_key(place)


def test_without_a_key_staff_pages_say_so_and_others_do_not_care(data, tmp_path):
    app = create_app(Config(data=data, database=f"sqlite:///{tmp_path}/a.sqlite"))
    app.config["SECRET_KEY_FILE"] = tmp_path  # a folder
    client = app.test_client()
    answer = client.get("/staff/sign-in")
    assert answer.status_code == 503
    assert "секретный ключ" in answer.text
    assert client.get("/about").status_code == 200
