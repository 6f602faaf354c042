"""What is wrong with an uploaded file, in the words of the page."""

import pytest

from index.documents.reading.readers import parse_document
from search_app.staff.adding.complaining import complaint


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        (
            "a.txt",
            "---\ntitle: Итоги: главное\n---\nТекст.".encode(),
            "В поле title заголовка есть двоеточие: возьмите значение в кавычки.",
        ),
        (
            "a.txt",
            "Текст.".encode("cp1251"),
            "Это не текст в UTF-8 (неверный байт 1 в строке): сохраните файл в UTF-8.",
        ),
        ("a.jsonl", b'{"id": "a"}', "В записи нет поля text."),
        ("a.jsonl", b'{"text": "A."}', "В записи нет поля id."),
        ("a.jsonl", b'{"id": "a", "text": 5}', "Поле text в записи принимает текст в кавычках."),
    ],
)
def test_a_reader_is_told_how_to_mend_a_file(app, name, content, said):
    told = []
    assert parse_document(content, name, told.append) == []
    with app.test_request_context():
        assert [complaint(error.reason) for error in told] == [said]
