import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from index.documents.dates import PartialDate


def nothing(report):
    return


def saved(build=nothing):
    report = docx.Document()
    build(report)
    file = io.BytesIO()
    report.save(file)
    return file.getvalue()


def with_part(data, name, content):
    """The same file with one member replaced or added."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        new.writestr(name, content)
    return file.getvalue()


def report_of_schools(report):
    report.add_heading("Школы получат дневник", 0)
    report.add_paragraph("12 марта 2025 года")
    report.add_paragraph("Единый ").add_run("дневник").bold = True
    report.add_paragraph("Поручено:")
    report.add_paragraph("связать школы;", style="List Bullet")
    report.add_paragraph("обучить учителей.", style="List Number")
    table = report.add_table(2, 2)
    for cell, text in zip(table._cells, ["Школ", "40", "Классов", "900"], strict=True):
        cell.text = text
    report.add_paragraph("Итог.")


def test_word_file_gives_title_date_and_paragraphs_in_order(read):
    (document,) = read(saved(report_of_schools))
    assert (document.title, document.title_derived) == ("Школы получат дневник", False)
    assert document.date == PartialDate(2025, 3, 12)
    assert document.paragraphs == (
        "Единый дневник",
        "Поручено:",
        "• связать школы;\n• обучить учителей.",
        "Школ | 40\nКлассов | 900",
        "Итог.",
    )


def test_title_of_the_properties_is_preferred(read):
    def build(report):
        report.core_properties.title = "Из свойств"
        report.add_paragraph("Текст.")

    (document,) = read(saved(build))
    assert document.title == "Из свойств"


def test_date_may_stand_as_in_a_raw_report(read):
    (document,) = read(saved(lambda report: report.add_paragraph("date 2025-07 Открыт центр.")))
    assert (document.date, document.paragraphs) == (PartialDate(2025, 7), ("Открыт центр.",))


def test_line_breaks_tabs_and_layout_tables_are_read(read):
    def build(report):
        report.add_paragraph("Первый.\nВторой.\tДалее.")
        cell = report.add_table(1, 1).cell(0, 0)
        cell.text = "Слово " * 60
        cell.add_paragraph("Ещё абзац.")
        cell.add_table(1, 1).cell(0, 0).text = "Внутри."

    (document,) = read(saved(build))
    first, second, _, *rest = document.paragraphs
    assert (first, second) == ("Первый.", "Второй. Далее.")
    assert rest == ["Ещё абзац.", "Внутри."]


def test_inserted_text_is_read_and_deleted_is_not(read):
    def build(report):
        paragraph = report.add_paragraph("Срок: ")._p
        for tag, text_tag, text in [("w:ins", "w:t", "май"), ("w:del", "w:delText", "март")]:
            change, run, inner = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text_tag)
            inner.text = text
            run.append(inner)
            change.append(run)
            paragraph.append(change)

    (document,) = read(saved(build))
    assert document.paragraphs == ("Срок: май",)


def test_empty_word_file_is_told(read, told):
    assert read(saved()) == []
    assert told.lines == ["1: no text"]


def test_archive_that_is_no_word_file_is_told(read, told):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "text")
    assert read(file.getvalue()) == []
    assert told.lines == ["1: an archive without word/document.xml: not a DOCX"]


def test_bomb_is_told_before_it_is_unpacked(read, told):
    bomb = with_part(saved(report_of_schools), "word/media/a.bin", b"\0" * 120_000_000)
    assert read(bomb) == []
    assert "times its size" in told.lines[0]


def test_large_contents_are_told(read, told):
    assert read(with_part(saved(), "word/a.bin", b"\0" * 140_000_000)) == []
    assert "too large for a report" in told.lines[0]


def test_many_members_are_told(read, told):
    file = io.BytesIO(saved(report_of_schools))
    with zipfile.ZipFile(file, "a") as archive:
        for number in range(2001):
            archive.writestr(f"a{number}", "")
    assert read(file.getvalue()) == []
    assert told.lines == ["1: an archive of over 2000 members"]


def test_entities_are_not_expanded(read):
    namespace = qn("w:p").removesuffix("p").strip("{}")
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    body = "<w:body><w:p><w:r><w:t>Текст. &a8;&x;</w:t></w:r></w:p></w:body>"
    xml = (
        f'<!DOCTYPE d [<!ENTITY a0 "бум">{levels}<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        f'<w:document xmlns:w="{namespace}">{body}</w:document>'
    )
    for document in read(with_part(saved(), "word/document.xml", xml)):
        assert document.paragraphs == ("Текст.",)


@pytest.mark.parametrize("part", range(0, 100, 3))
def test_torn_file_is_told(read, told, part):
    data = saved(report_of_schools)
    assert read(data[: 30 + len(data) * part // 100]) == []
    assert told.lines[0].startswith("1: not a readable DOCX: ")


@pytest.mark.parametrize(
    "part",
    [
        "word/document.xml",
        "word/styles.xml",
        "[Content_Types].xml",
        "docProps/core.xml",
        "_rels/.rels",
    ],
)
@pytest.mark.parametrize("content", ["", "<", "<a/>", "нет"])
def test_broken_part_is_told_or_passed_over(read, told, part, content):
    documents = read(with_part(saved(report_of_schools), part, content))
    assert len(documents) + len(told) == 1
