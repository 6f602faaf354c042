"""Which «президент» is the President of Kazakhstan."""

import pytest

from index.language import analyze
from index.policy.reading import read_table
from index.policy.speaking.lexicon import read_beside
from index.policy.speaking.presidency import Presidency

HEADS = ("президент", "president", "глава", "басшысы", "лидер", "leader", "head")


def is_ours(text, language):
    book = read_table("speech.toml").table(language)
    presidency = Presidency(book, language, read_beside(book))
    tokens = analyze(text, language)
    number = next(n for n, one in enumerate(tokens) if one.form.startswith(HEADS))
    return presidency.is_ours(tokens, number, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Президент прибыл в Актау"),
        ("ru", "Президент Казахстана прибыл"),
        ("ru", "Президент Республики Казахстан прибыл"),
        ("ru", "Президент К. Токаев прибыл"),
        ("ru", "Президент Правительству поручил"),
        ("ru", "Глава нашего государства прибыл"),
        ("bg", "Президентът на Казахстан пристигна"),
        ("bg", "Президентът на среща с министри каза"),
        ("bg", "президентът ИИ ще използва"),
        ("kk", "Қазақстан Республикасының Президенті келді"),
        ("kk", "Президент Ұлттық банкке тапсырды"),
        ("kk", "Президент Олжас Бектеновке тапсырды"),
        ("en", "The President came to Aktau"),
        ("en", "The President of the Republic of Kazakhstan came"),
        ("en", "Yesterday Kazakh President came"),
    ],
)
def test_the_president_is_ours(language, text):
    assert is_ours(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "президент Узбекистана прибыл"),
        ("ru", "президент Республики Узбекистан прибыл"),
        ("ru", "президент Садыр Жапаров прибыл"),
        ("ru", "президент Nvidia прибыл"),
        ("ru", "президент торговой палаты прибыл"),
        ("ru", "французский президент прибыл"),
        ("ru", "экс-президент прибыл"),
        ("bg", "президентът на Сърбия пристигна"),
        ("bg", "президентът Румен Радев пристигна"),
        ("bg", "френският президент пристигна"),
        ("kk", "Өзбекстан Президенті келді"),
        ("kk", "Өзбекстан Республикасының Президенті келді"),
        ("kk", "Президент Шавкат Мирзиёев келді"),
        ("kk", "Президент кеңесшісі келді"),
        ("kk", "Үкімет басшысы келді"),
        ("en", "Azerbaijani President Ilham Aliyev came"),
        ("en", "the president of the World Bank came"),
        ("en", "Uzbekistan's President came"),
        ("en", "the US President came"),
        ("en", "the vice president came"),
    ],
)
def test_the_president_is_of_another(language, text):
    assert not is_ours(text, language)
