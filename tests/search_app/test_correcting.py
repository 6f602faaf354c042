"""The command ``correct``."""

import json

import pytest

from search_app.cli import main


@pytest.fixture
def data(tmp_path):
    report = "date 2025-03-04 Правительству поручено связать школы кабелем до конца года."
    (tmp_path / "schools.txt").write_text(report, "utf-8")
    assert main(["add", str(tmp_path / "schools.txt"), "--data", str(tmp_path / "data")]) == 0
    return str(tmp_path / "data")


def exported(data, capsys):
    capsys.readouterr()
    assert main(["export", "--data", data]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_correction_is_set_listed_and_withdrawn(data, capsys):
    place = ["schools", "1", "areas"]
    assert (
        main(["correct", "set", *place, '["healthcare"]', "--author", "Асель", "--data", data]) == 0
    )
    assert [area["id"] for area in exported(data, capsys)["areas"]] == ["healthcare"]
    assert main(["correct", "list", "--data", data]) == 0
    assert 'schools\t1\tareas\t["healthcare"]\tАсель' in capsys.readouterr().out
    assert main(["correct", "withdraw", *place, "--data", data]) == 0
    assert [area["id"] for area in exported(data, capsys)["areas"]] != ["healthcare"]
    assert main(["correct", "withdraw", *place, "--data", data]) == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["set", "schools", "1", "areas", "[healthcare]"], "no JSON"),
        (["set", "schools", "1", "areas", '["magic"]'], "«magic» is none of"),
        (["set", "schools", "one", "areas", "[]"], "PASSAGE is its number"),
        (["set", "nowhere", "1", "areas", "[]"], "no such document"),
    ],
)
def test_a_slip_is_one_line_and_changes_nothing(data, capsys, arguments, says):
    assert main(["correct", *arguments, "--data", data]) == 1
    assert says in capsys.readouterr().err
    assert main(["correct", "list", "--data", data]) == 0
    assert capsys.readouterr().out == ""


def test_options_may_stand_anywhere(data, capsys):
    words = ["schools", "1", "areas", '["healthcare"]']
    assert main(["correct", "set", "--data", data, *words, "--author", "Асель"]) == 0
    assert main(["correct", "--data", data, "withdraw", *words[:3]]) == 0
    assert main(["correct", "set", "schools", "--data", data, *words[1:]]) == 0
    assert [area["id"] for area in exported(data, capsys)["areas"]] == ["healthcare"]
    with pytest.raises(SystemExit, match="2"):
        main(["correct", "set", "--data", data, "schools", "1"])
    assert "FIELD, VALUE" in capsys.readouterr().err


def test_an_export_takes_the_filters_of_a_search(data, capsys):
    assert exported(data, capsys)["event"] == "schools"
    for filters, lines in (
        (["--instruction"], 1),
        (["--speaker", "president"], 0),
        (["--agency", "government", "--role", "instructed"], 1),
        (["--event", "schools"], 1),
        (["--event", "other"], 0),
        (["мосты"], 0),
    ):
        assert main(["export", *filters, "--data", data]) == 0
        assert len(capsys.readouterr().out.splitlines()) == lines, filters
