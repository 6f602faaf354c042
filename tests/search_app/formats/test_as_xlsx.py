import zipfile

import openpyxl

from search_app.formats import as_xlsx
from search_app.formats.stated import Stated


def test_text_stays_text_and_numbers_numbers():
    row = ["=1+1", "https://a.example", 3, True, None, ["a", "b"], "я" * 40_000, "\x01"]
    columns = [f"c{number}" for number in range(len(row))]
    with as_xlsx.workbook(columns, [row], [Stated("Запрос", "=x")], ("Строки", "О")) as file:
        book = openpyxl.load_workbook(file)
    cells = [cell.value for cell in book["Строки"][2]]
    assert cells[2:6] == [3, True, None, "a b"]
    assert len(cells[6]) == 32_767
    assert [cell.data_type for cell in book["Строки"][2][:2]] == ["s", "s"]
    assert book["О"]["B1"].value == "=x"
    assert book["О"]["B1"].data_type == "s"


def test_a_workbook_runs_and_fetches_nothing():
    rows = [["=HYPERLINK(1)", "http://a.example"]]
    with as_xlsx.workbook(["a", "b"], rows, [], ("a", "b")) as file, zipfile.ZipFile(file) as pack:
        assert not any("external" in name.lower() for name in pack.namelist())
        assert b"<f>" not in pack.read("xl/worksheets/sheet1.xml")
