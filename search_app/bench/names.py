"""A hundred Kazakh and Russian names in the Russian cases, to measure whether they meet."""

from __future__ import annotations

from collections.abc import Iterator

# Endings of nominative, genitive, dative, accusative, instrumental, prepositional: stems.
_DECLINED = {
    " а у а ым е": """Токаев Бектенов Мадиев Бейсембаев Саденов Сагимбаев Кошербаев Бозумбаев
        Жакупов Назарбаев Смаилов Кошанов Ашимбаев Аймагамбетов Нурдаулетов Сарсенов Есимов Тлеубаев
        Ибраев Абдрахманов Жумангарин Мамин Алтынбаев Оспанов Сулейменов Ахметов Кулибаев Жанбыршин
        Лаврентьев Кузнецов Ковалёв Пушкин Голицын Новосельцев""",
    "а ой ой у ой ой": """Альназаров Абыкаев Сулейменов Балаев Жупаров Тажимбетов Мусин Лебедев
        Алимжанов Дуйсенов""",
    " а у а ом е": """Касымбек Нурбек Скляр Олжас Айбек Жаслан Саясат Ержан Ермек Канат Нурлан Женис
        Жомарт Касым Бауыржан Ерлан Алихан Тимур Асхат Бахыт Серик Галымжан Дархан Рустам Роман
        Арман Мурат Берик Талгат Чингис""",
    "й я ю я ем е": "Дадеба Ерга Матве Тимофе Абыла Кунаша",
    "а ы е у ой е": "Гульшар Динар Мадин Светлан Жанар Асем",
    "а и е у ой е": "Вероник Заремк",
    "я и и ю ей и": "Али Саби Мари Жули",
    "ий ого ому ого им ом": "Вишневск Богуславск Заславск",
    " а у а ем е": "Мукаш Абиш",
}
_NEVER_DECLINED = "Гани Ибраги Айгуль Назым Шевченко"


def declined() -> Iterator[tuple[str, ...]]:
    """The six cases of each name, nominative first; an indeclinable one stands alone."""
    for endings, stems in _DECLINED.items():
        for stem in stems.split():
            yield tuple(stem + ending for ending in endings.split(" "))
    for name in _NEVER_DECLINED.split():
        yield (name,)
