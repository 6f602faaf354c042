"""Whose words a passage holds."""

import pytest

from tests.index.policy.reading_aloud import annotated


def roles(*paragraphs, language="ru"):
    return [one.speaker.role for one in annotated(*paragraphs, language=language)]


@pytest.mark.parametrize(
    ("language", "paragraph"),
    [
        ("ru", "«Дороги должны быть готовы к зиме, и спрашивать буду строго», — сказал президент."),
        ("ru", '"Мы построим сто школ за три года, и это только начало пути", – заявил Токаев.'),
        ("ru", "Глава государства подчеркнул: «Каждый тенге бюджета обязан работать на людей»."),
        (
            "ru",
            "– Село без связи жить не может. Такую задачу я ставил ещё весной, – напомнил Токаев.",
        ),
        (
            "ru",
            "– Важно, – отметил глава государства. – Без воды не будет и урожая, время идёт.",
        ),
        (
            "bg",
            "„Пътищата трябва да са готови, ще питам строго за това“, заяви президентът.",
        ),
        ("bg", "– Без вода няма и реколта, а времето лети, – подчерта държавният глава."),
        (
            "kk",
            "«Су болмаса, егін де болмайды, канал жөндеу керек», – деді Президент.",
        ),
        (
            "en",
            "“Villages cannot live without roads, I will ask you,” said President Tokayev.",
        ),
    ],
)
def test_words_in_quotes_are_direct(language, paragraph):
    assert roles(paragraph, language=language) == ["president"]


@pytest.mark.parametrize(
    ("language", "paragraph"),
    [
        ("ru", "По словам Токаева, дороги будут готовы к зиме."),
        ("ru", "Президент отметил, что воды в этом году хватит."),
        ("ru", "Глава государства раскритиковал министров за медленную работу."),
        ("ru", "Воды, считает президент, хватит всем."),
        ("bg", "Според президента водата ще стигне за всички."),
        ("bg", "Държавният глава посочи, че пътищата ще са готови."),
        ("kk", "Мемлекет басшысының айтуынша, су жетеді."),
        ("kk", "Президент жолдардың дайын болатынын айтты."),
        ("en", "According to President Tokayev, there will be enough water."),
        ("en", "The President said that the roads would be ready by winter."),
    ],
)
def test_words_told_by_another_are_retold(language, paragraph):
    assert roles(paragraph, language=language) == ["indirect"]


@pytest.mark.parametrize(
    ("language", "paragraph"),
    [
        ("ru", "В Астане прошёл форум о воде, приехали гости из десяти стран."),
        ("ru", "Министр экологии рассказал, что рек стало меньше."),
        ("ru", "Форум «Великая вода и люди степи» открылся утром, его ждали год."),
        ("bg", "Във форума участваха гости от десет държави."),
        ("kk", "Форумға он елден қонақтар келді."),
        ("en", "Guests from ten countries came to the forum."),
    ],
)
def test_all_else_is_the_reporter(language, paragraph):
    assert roles(paragraph, language=language) == ["reporter"]


def test_a_speech_runs_over_paragraphs():
    assert roles(
        "Токаев обратился к аграриям: «Засуха вернётся, и к ней надо быть готовыми.",
        "Без новых каналов мы потеряем поля на юге.",
        "Деньги на это есть, и просить их больше не нужно».",
        "Встреча длилась час.",
    ) == ["president", "president", "president", "reporter"]


@pytest.mark.parametrize(
    "within",
    [
        "«Водоканалу» и министерству надо до мая 2026 года обновить насосы.",
        "«Водоканал», «Теплосеть» и министерство до мая 2026 года обновят насосы.",
        "«Степной Водоканал» (Тараз) за год обновит насосы.",
    ],
)
def test_a_name_in_quotes_at_the_head_of_a_paragraph_ends_no_speech(within):
    below = "Спасибо вам за терпение!» – сказал Касым-Жомарт Токаев."
    assert roles("«Дорогие друзья! Воды летом не хватит.", within, below) == ["president"] * 3
    assert (
        roles(
            "«Дорогие друзья! Воды летом не хватит.",
            f"{within[:-1]}», – сказал Касым-Жомарт Токаев.",
        )
        == ["president"] * 2
    )


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (  # each paragraph begins with the mark again
            [
                "«Воды летом не хватит.",
                "«Насосы обновят до мая», – сказал Токаев.",
                "«Водоканал» открыл в Таразе новую станцию.",
            ],
            ["president", "president", "reporter"],
        ),
        (  # the first is never closed, and the quote below is another's
            [
                "Токаев подчеркнул: «Воды летом не хватит.",
                "«Водоканал» открыл в Таразе новую станцию.",
                "«Насосы обновят до мая.",
                "Людям их ждать недолго», – сообщил министр Ерлан Ибраев.",
            ],
            ["president", "reporter", "reporter", "reporter"],
        ),
        (  # closed below, but by a quote of its own
            [
                "«Воды летом не хватит.",
                "«Насосы обновят до мая», – сообщил министр Ерлан Ибраев.",
                "Люди ждут», – сказал Токаев.",
            ],
            ["reporter", "reporter", "president"],
        ),
    ],
)
def test_a_quote_of_its_own_below_a_speech_is_no_name_within_it(paragraphs, expected):
    assert roles(*paragraphs) == expected


def test_another_speaker_is_named():
    (passage,) = annotated(
        "«Мы проверили каналы и нашли сорок прорывов», — сказал министр Ерлан Нысанбаев."
    )
    assert (passage.speaker.role, passage.speaker.name) == ("reporter", "Ерлан Нысанбаев")


def test_he_is_who_spoke_last():
    assert roles(
        "«Полей станет больше, и вода на них придёт вовремя», — сказал президент.",
        "«Урожай мы соберём без потерь, если каждый займётся делом», — добавил он.",
    ) == ["president", "president"]


def test_questions_of_an_interview_are_not_his():
    assert roles(
        "Вопрос: Хватит ли воды этим летом?",
        "К. Токаев: Хватит, если беречь каждый канал.",
    ) == ["reporter", "president"]


def test_a_transcript_without_quotes_is_his():
    assert (
        roles(
            "Уважаемые участники заседания!",
            "Мы собрались, чтобы решить судьбу наших рек.",
            "Считаю, что медлить нельзя. Поручаю начать работу.",
            "Наша задача ясна.",
        )
        == ["president"] * 4
    )


def test_who_was_president_depends_on_the_day():
    (before,) = annotated("Президент сказал, что сады растут.", date="2015-03-01")
    (after,) = annotated("Президент сказал, что сады растут.", date="2024-03-01")
    assert before.speaker.name == "Нурсултан Назарбаев"
    assert after.speaker.name == "Касым-Жомарт Токаев"


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("– Куда вы теперь? – спросила она. – Дорога размыта дождями до самого моста.",),
        ("Он сказал, что вернётся к ужину.", "Она заметила, что суп остыл."),
        ("«Мы играли лучше, но проиграли, и это будет нам уроком», – сказал он.",),
    ],
)
def test_where_nobody_names_the_president_nothing_is_his(paragraphs):
    told = annotated(*paragraphs, title="Вечер")
    assert {one.speaker.role for one in told} == {"reporter"}


@pytest.mark.parametrize(
    ("language", "paragraph", "how", "words"),
    [
        ("ru", "«Без воды урожая не будет», — сказал президент.", "told", "сказал президент"),
        (
            "ru",
            "По словам главы государства, воды хватит.",
            "retold",
            "По словам главы государства",
        ),
        ("ru", "Токаев приехал вчера. Он отметил, что воды мало.", "retold", "Он отметил"),
        ("bg", "Президентът посочи, че пътищата ще са готови.", "retold", "Президентът посочи"),
        (
            "kk",
            "Президент жолдардың дайын болатынын айтты.",
            "retold",
            "Президент жолдардың дайын болатынын айтты",
        ),
        ("en", "The President said that roads would be ready.", "retold", "President said"),
        ("ru", "Дождь шёл три дня подряд.", "", ""),
    ],
)
def test_the_words_that_tell_whose_are_kept(language, paragraph, how, words):
    (passage,) = annotated(paragraph, language=language)
    assert (passage.speaker.how, " ".join(passage.speaker.words)) == (how, words)


def test_direct_speech_that_goes_on_says_so():
    told, carried = annotated(
        "«Без воды урожая не будет, и все это знают», — сказал президент.",
        "«Поэтому каналы надо чинить не весной, а зимой, пока сухо».",
    )
    assert (told.speaker.how, carried.speaker.how) == ("told", "carried")
    assert carried.speaker.words == ()


def test_questions_and_answers_may_have_letters():
    told = roles(
        "Q. Mr President, will there be water?",
        "A. There will. We have dug two canals.",
        "Q. Your critics say that they are dry.",
        "A. They should look again.",
        "This interview was held in Astana.",
        language="en",
    )
    assert told == ["reporter", "president", "reporter", "president", "reporter"]


def test_he_behind_said_is_not_the_president():
    told = roles(
        "Tokayev ordered ministries to dig canals.",
        "Bektenov said he would publish the list himself.",
        language="en",
    )
    assert told == ["indirect", "reporter"]


def test_bulgarian_words_in_quotes_may_be_parted_without_commas():
    told = roles(
        "Президентът Токаев посети язовира.",
        "Директорът му каза: „Водата ще стигне до есента, ако завали“.",
        "„Ако никой не копае, кажете ми го направо – каза президентът. – Ще намеря кой“.",
        language="bg",
    )
    assert told[-1] == "president"


def test_the_leader_of_kazakhstan_is_the_president():
    told = roles(
        "Президентът Токаев се срещна с гостите.",
        "Казахстанският лидер подчерта, че очаква дъжд.",
        "Българският лидер подчерта, че очаква сняг.",
        language="bg",
    )
    assert told[1:] == ["indirect", "reporter"]


@pytest.mark.parametrize(
    ("language", "paragraph"),
    [
        ("ru", "«Мост нам нужен», – заявил Глава государства, – «и строим мы его сейчас»."),
        ("ru", 'Как сказал Президент, "ждать больше нельзя".'),
        ("ru", "Токаев ответил министру: «До конца года»."),
        ("bg", "Както каза президентът, „водата е по-скъпа от петрола“."),
        ("en", "As the President put it, “water is the new gold”."),
        ("kk", "Президент айтқандай, «су алтыннан қымбат»."),
    ],
)
def test_short_words_in_quotes_are_direct_where_he_is_said_to_say_them(language, paragraph):
    assert roles("Токаев провёл встречу.", paragraph, language=language)[1] == "president"


def test_the_name_of_a_thing_is_nobodys_words():
    told = roles("Токаев провёл встречу.", "Как отметил Президент, «Чистый город».")
    assert told[1] == "indirect"


@pytest.mark.parametrize(
    ("language", "paragraph"),
    [
        ("en", '"We are ready to help you," Donald Trump told Tokayev.'),
        ("en", '"We are ready to help you," a minister told President Tokayev.'),
        ("en", '"We are ready to help you," Xi Jinping told Kassym-Jomart Tokayev.'),
        ("ru", "Глава государства Узбекистана Шавкат Мирзиёев заявил: «Мы готовы помочь вам»."),
    ],
)
def test_what_he_is_told_is_not_his(language, paragraph):
    assert roles("Tokayev met guests.", paragraph, language=language)[1] == "reporter"


@pytest.mark.parametrize(
    ("language", "paragraph", "role"),
    [
        ("ru", "На вопрос о льготах Президент ответил коротко: «Проверим».", "president"),
        ("en", "Asked about the tax, Tokayev said: “No.”", "president"),
        ("kk", "Президент қысқа жауап берді: «Тексереміз».", "president"),
        ("kk", "Президент қысқа қайырды: «Береміз».", "president"),
        ("bg", "На въпроса президентът отговори кратко: „Проверяваме“.", "president"),
        ("en", "“Nobody,” Tokayev warned, “will be left without a boat.”", "president"),
        ("en", "“Never,” the President replied.", "president"),
        ("en", '"Not now," said Kassym-Jomart Tokayev when asked about bridges.', "president"),
        ("en", "“Enough!” Tokayev snapped at the builders.", "president"),
        ("bg", "„Никога“, отсече президентът.", "president"),
        ("kk", "«Ешқашан», – деп кесіп айтты Президент.", "president"),
        ("ru", "Токаев ответил: «Проверим. Обещаю».", "president"),
        ("en", "As the President put it, ‘water is a gift and no ware’.", "president"),
        ("en", "“Never,” the minister replied.", "reporter"),
        ("en", "“Harbour,” the President's ship, left the port.", "reporter"),
        ("en", "The President called the plan a ‘gift to nobody in the town’.", "indirect"),
        ("ru", "Президент назвал программу: «Причал».", "indirect"),
        ("ru", "Министр ответил коротко: «Проверим».", "reporter"),
        ("en", "“Nobody,” the minister warned, “will be left without a boat.”", "reporter"),
    ],
)
def test_a_word_in_quotes_is_his_where_he_is_said_to_answer_with_it(language, paragraph, role):
    assert roles("Токаев провёл встречу.", paragraph, language=language)[1] == role


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("ru", "Когда журналист спросил о мосте, он ответил, что мост построят."),
        ("en", "When a journalist asked about the bridge, he said it would be built."),
        ("en", "Asked by a journalist about the bridge, he said it would be built."),
        ("bg", "Попитан от журналист за моста, той отговори, че ще го построят."),
    ],
)
def test_he_who_answers_is_not_he_who_asks(language, asked):
    told = roles("Президент Токаев провёл встречу.", asked, language=language)
    assert told[1] == "indirect"


def test_the_expert_who_speaks_behind_another_is_he():
    told = roles("Токаев провёл встречу.", "Эксперт выступил, и он сказал, что моста не будет.")
    assert told[1] == "reporter"


@pytest.mark.parametrize(
    ("language", "paragraph"),
    [
        ("ru", "«Мы построим вам лучший мост в мире», – сказал Трамп."),
        ("ru", "«Мы построим вам лучший мост в мире», – написал позже Маск."),
        ("bg", "„Готови сме да помогнем“, заяви сръбският президент на Касъм-Жомарт Токаев."),
    ],
)
def test_words_of_another_are_not_carried_to_the_president(language, paragraph):
    told = roles("Токаев назвал мост нужным делом.", paragraph, language=language)
    assert told[1] == "reporter"


@pytest.mark.parametrize(
    ("language", "first", "then", "name"),
    [
        ("ru", "Прилетел и Шавкат Каримов.", "«Мост нужен», – заявил Каримов.", "Шавкат Каримов"),
        ("ru", "С Дональдом Смитом обедали.", "«Мост нужен», – заявил Смит.", "Дональд Смит"),
        ("ru", "Пришёл Марат Каримов.", "По словам Каримова, мост готов.", "Марат Каримов"),
        ("ru", "Марат Каримов сказал речь.", "По его словам, мост готов.", "Марат Каримов"),
        ("en", "He met John Brown.", "“We need the bridge now,” said an aide to Brown.", ""),
        ("ru", "Шёл дождь.", "Через месяц аким Шымкента должен доложить.", ""),
        ("ru", "Шёл дождь.", "По словам министра Тургенева, мост готов.", "Тургенев"),
        ("ru", "Шёл дождь.", "Министр ИИ Тургенев сказал, что мост готов.", "Тургенев"),
        ("kk", "Оған Марат Кәрімов келді.", "«Көпір керек», – деді Кәрімов.", "Марат Кәрімов"),
        ("kk", "Жаңбыр.", "Сарапшы Марат Кәрімовтің айтуынша, көпір бар.", "Марат Кәрімов"),
        ("bg", "Дойде и Иван Петров.", "„Мостът ни трябва сега“, каза Петров.", "Иван Петров"),
        ("en", "He met John Brown.", "“We need the bridge now,” Brown said.", "John Brown"),
        (
            "en",
            "It rained.",
            "Anna Brown, who rows, wept. “We need two more boats,” she said.",
            "Anna Brown",
        ),
        ("en", "But Brown came too.", "“We need the bridge now,” Brown said.", ""),
        ("en", "It rained.", "The minister said the bridge would stand by December.", ""),
    ],
)
def test_a_surname_is_of_whom_the_text_names_in_full(language, first, then, name):
    title = {"kk": "Тоқаев келді", "en": "Tokayev met guests"}.get(language, "Токаев у гостей")
    told = annotated(first, then, language=language, title=title)
    assert (told[1].speaker.role, told[1].speaker.name) == ("reporter", name)


@pytest.mark.parametrize(
    ("language", "paragraph", "role"),
    [
        (
            "ru",
            "Президенту шутка не понравилась. «Где же мост, который нам обещали?» – потребовал он.",
            "president",
        ),
        ("ru", "– Где мост? – спросил Токаев. – Городу без моста никак нельзя.", "president"),
        ("en", 'Tokayev smiled. "And we," he said, "are no fish."', "president"),
        ("en", "The minister smiled. “And we,” he said, “are no fish.”", "reporter"),
        ("ru", "– Где мост? – спросил министр. – Городу без моста никак нельзя.", "reporter"),
        ("bg", "Вицепремиерът Серик Жумангарин увери, че срокът е реален.", "reporter"),
        ("ru", "Министр уверил, что срок до 1 мая назначен верно.", "reporter"),
    ],
)
def test_he_is_who_is_named_before_him(language, paragraph, role):
    assert roles("Токаев провёл встречу.", paragraph, language=language)[1] == role


def test_an_abbreviation_at_the_beginning_is_no_person():
    told = roles(
        "Лодки, заявил Президент, текут. За КНБ закреплена проверка причалов.",
        "«Лодка, которую никто не чинит, уже не лодка», – подытожил он.",
    )
    assert told == ["indirect", "president"]


def test_a_surname_that_opens_a_sentence_is_of_whom_the_text_names_in_full():
    told = roles(
        "“Pick one boat,” the President told Olzhas Brown, “and sink the rest.”",
        "Brown promised to choose by morning. “We shall not argue,” he said.",
        language="en",
    )
    assert told == ["president", "reporter"]
