from search_app.bench import language


def test_figures_without_data_are_named_and_left_out(tmp_path, capsys):
    assert language.main(["--data", str(tmp_path)]) == 0
    shown = capsys.readouterr()
    assert "names in all cases meet" in shown.out
    assert "russian: no" in shown.err
