import pytest

from index.language import keyboard


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ghbdtn", "привет"),
        ("bcreccndtyysq byntkktrn 2025", "искусственный интеллект 2025"),
        ("0fpf0cnfy", "қазақстан"),
        ("0азақстан", "қазақстан"),
        ("йфяеусср", "qaztecch"),
        ("Njrftd", "Токаев"),
        ("Rfpf[cnfy", "Казахстан"),  # the key of «х» has no upper case
        ("{fyrb", "Ханки"),
    ],
)
def test_another_layout_is_read(typed, meant):
    assert meant in keyboard.switched(typed)


@pytest.mark.parametrize("text", ["", "2025", "— 10 %"])
def test_without_letters_there_is_nothing_to_switch(text):
    assert keyboard.switched(text) == []
