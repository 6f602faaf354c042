"""Which priority areas a passage speaks of."""

from pathlib import Path

import pytest

from index.documents.document import Document
from index.documents.passages import cut_and_read
from index.language import analyze
from index.policy import load_tables
from index.policy.verdicts import SETTING
from tests.index.policy.reading_aloud import annotated

SENTENCES = Path(__file__).parent / "readings" / "sentences_of_areas.txt"


def areas(text, language):
    return [one.area for one in load_tables().scorer.scores(text, analyze(text, language))]


@pytest.mark.parametrize(
    ("language", "text", "area"),
    [
        ("ru", "Врачи получат снимки пациентов из соседних больниц.", "healthcare"),
        ("ru", "В реальном секторе роботы заменят ручной труд.", "real-sector"),
        ("ru", "Утечки персональных данных участились вдвое.", "data-cybersecurity"),
        (
            "ru",
            "Вторую очередь суперкомпьютера откроют в новом дата-центре.",
            "digital-infrastructure",
        ),
        ("ru", "Стартапам нужны венчурные инвесторы.", "ecosystem-talent"),
        ("ru", "Школьникам и учителям дадут учебники по основам ИИ.", "ai-education"),
        ("ru", "Госуслуги станут проще без бумажного документооборота.", "public-administration"),
        ("ru", "Цифровой кодекс изменит правовое поле.", "regulation"),
        ("ru", "Служебная переписка уйдёт в отечественный мессенджер.", "secure-communications"),
        ("bg", "Лекарите лекуват пациентите с помощта на машини.", "healthcare"),
        ("bg", "Законодателството ще има нова нормативна база.", "regulation"),
        ("kk", "Дербес деректердің қауіпсіздігі басты мәселе.", "data-cybersecurity"),
        ("kk", "Оқушылар мен мұғалімдер үшін жаңа оқулық шықты.", "ai-education"),
        ("en", "Start-ups and unicorns look for venture money.", "ecosystem-talent"),
        ("en", "A supercomputer opens in the new data centre.", "digital-infrastructure"),
    ],
)
def test_words_tell_the_area(language, text, area):
    assert areas(text, language)[:1] == [area]


@pytest.mark.parametrize("text", ["Утром над степью шёл дождь.", "Гости посмотрели концерт."])
def test_none_fits_everything(text):
    assert areas(text, "ru") == []


def test_evidence_is_what_stands_in_the_text():
    text = "Пациентам помогут врачи."
    (score,) = load_tables().scorer.scores(text, analyze(text, "ru"))
    assert set(score.evidence) == {"пациентам", "врачи"}


def test_a_name_is_no_cue():
    text = "Пришёл министр здравоохранения."
    tokens = analyze(text, "ru")
    tables = load_tables()
    named = tables.finder.mentions(text, tokens)
    assert tables.scorer.scores(text, tokens, named) == ()
    assert tables.scorer.scores(text, tokens) != ()


def test_the_title_speaks_for_a_passage():
    text = "Штраф вырастет вдвое, и это норма."
    tokens = analyze(text, "ru")
    scorer = load_tables().scorer
    title = scorer.titled(analyze("Цифровой кодекс принят", "ru"))
    assert title == {"regulation", SETTING}  # «цифровой» is a digital thing
    with_title = scorer.scores(text, tokens, titled=title)
    assert with_title[0].score == scorer.scores(text, tokens)[0].score + 1


def test_a_word_inside_a_longer_cue_of_another_area_is_silent():
    (passage,) = annotated("Медицинская информационная система больницы устарела.")
    assert [score.area for score in passage.areas] == ["healthcare"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Контроль за исполнением возложить на Администрацию Президента."),
        ("ru", "Врачу школы вручили орден, ансамбль спел песню."),
        ("ru", "Начальником управления цифровизации назначен бывший сотрудник банка."),
        ("kk", "Мектептің ашылуында балалар ән айтып, шар ұшырды."),
        ("en", "The President gave flowers to doctors and teachers."),
        ("bg", "Указът влиза в сила от деня на обнародването му, контролът е на министерството."),
    ],
)
def test_what_only_brushes_a_theme_has_no_area(language, text):
    (passage,) = annotated(text, language=language)
    assert passage.areas == ()


@pytest.mark.parametrize(
    ("language", "text", "area"),
    [
        ("ru", "Министерство здравоохранения сведёт карты пациентов в одну базу.", "healthcare"),
        (
            "kk",
            "Оқушылар жасанды интеллект негіздерін оқиды, мұғалімдер курстан өтеді.",
            "ai-education",
        ),
        ("en", "Doctors will read the scans of patients together with a machine.", "healthcare"),
        ("bg", "Учителите ще минат курс по изкуствен интелект.", "ai-education"),
    ],
)
def test_what_speaks_of_a_theme_has_its_area(language, text, area):
    (passage,) = annotated(text, language=language)
    assert area in [one.area for one in passage.areas]


def test_a_cue_behind_the_best_area_says_less():
    belief = load_tables().priorities.belief
    assert belief.odds(3.0, 8.0, 3.0) < belief.odds(3.0, 3.0, 3.0) < belief.odds(4.0, 4.0, 4.0)


def test_an_instruction_has_the_areas_of_its_own_words():
    text = (
        "«Врачи лечат пациентов вслепую: снимков из других больниц они не видят. Поручаю "
        "Минпросвещения переписать школьные учебники и обучить учителей», – сказал Президент."
    )
    (passage,) = annotated(text)
    (found,) = passage.instructions
    assert found.areas == ("ai-education",)
    assert {score.area for score in passage.areas} >= {"healthcare", "ai-education"}


@pytest.mark.parametrize(
    ("language", "text", "area"),
    [
        ("ru", "Железнодорожникам дадут цифровую накладную.", "real-sector"),
        ("ru", "Аферисты звонят с подменных номеров.", "data-cybersecurity"),
        ("bg", "Електропреносната мрежа ще има умни електромери.", "real-sector"),
        ("bg", "Измамниците се обаждат на възрастни хора.", "data-cybersecurity"),
        ("kk", "Теміржолшылар цифрлық құжатқа көшеді.", "real-sector"),
        ("en", "Railwaymen will have electronic waybills.", "real-sector"),
        ("en", "Swindlers ring the elderly.", "data-cybersecurity"),
    ],
)
def test_a_cue_may_be_how_words_begin(language, text, area):
    assert areas(text, language)[:1] == [area]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Токаев поздравил хлеборобов.", []),
        ("Хлеборобам на полях поможет искусственный интеллект.", ["real-sector"]),
    ],
)
def test_an_everyday_matter_counts_where_the_talk_is_of_digital_things(text, found):
    (passage,) = annotated(text)
    assert [score.area for score in passage.areas] == found


def test_the_title_may_say_that_the_talk_is_of_digital_things():
    scorer, look = load_tables().scorer, load_tables().look
    words = look(analyze("Токаев поздравил хлеборобов.", "ru")).words
    title = scorer.titled(look(analyze("Цифровизация села", "ru")).words)
    assert not scorer.scores("Токаев поздравил хлеборобов.", words)
    assert [
        one.area for one in scorer.scores("Токаев поздравил хлеборобов.", words, (), title)
    ] == ["real-sector"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Токаев поручил Министерству здравоохранения к марту показать итоги.", ["healthcare"]),
        (
            "Tokayev instructed the Ministry of Health to report its results by March.",
            ["healthcare"],
        ),
        ("Токаев поручил Минфину к марту показать итоги.", []),  # its field is no priority
        ("Министр здравоохранения встретил гостей.", []),
    ],
)
def test_an_order_is_of_the_field_of_whom_it_charges(text, found):
    (passage,) = annotated(text)
    assert [score.area for score in passage.areas] == found


def test_the_name_of_an_agency_is_evidence_and_counts_once():
    (passage,) = annotated("Минздраву поручено помочь врачам, и Минздрав готов.")
    (alone,) = annotated("Поручено помочь врачам, и врачи готовы.")
    (of_ministry,), (of_doctors,) = passage.areas, alone.areas
    assert of_ministry.area == "healthcare"
    assert of_ministry.score == of_doctors.score + 2
    assert set(of_ministry.evidence) == {"минздраву", "врачам"}


def areas_of(*paragraphs):
    return [[one.area for one in passage.areas] for passage in annotated(*paragraphs)]


def test_a_passage_goes_on_about_the_subject_of_the_one_before():
    first, second = "Хакеры взломали пароли вкладчиков.", "К вечеру нашли и жертву."
    assert areas_of(second) == [[]]
    assert areas_of(first, second) == [["data-cybersecurity"]] * 2
    assert areas_of(second, first) == [[], ["data-cybersecurity"]]  # it does not lead up to it


def test_a_word_alone_counts_where_nothing_else_is_spoken_of():
    first, second = "Гости собрались к полудню.", "Говорили и о фишинге."
    assert areas_of(first, second) == [[], ["data-cybersecurity"]]


def test_a_word_alone_does_not_count_beside_a_title_of_another_area():
    text = "Гости говорили и о фишинге."
    (plain,), (other,) = annotated(text), annotated(text, title="Школы и учителя")
    assert [one.area for one in plain.areas] == ["data-cybersecurity"]
    assert other.areas == ()


def cued(*texts, title=""):
    """The areas of passages by their cues alone, without what their words lean to."""
    scorer = load_tables().scorer
    weighings = [scorer.weigh(text, analyze(text, "ru")) for text in texts]
    return scorer.in_context(weighings, scorer.titled(analyze(title, "ru")))


def test_an_order_without_words_of_its_own_has_the_area_that_title_and_passage_before_agree_on():
    first, order, title = "Врачи лечат пациентов.", "Навести здесь порядок.", "Больницы ждут"
    _, found = cued(first, order, title=title)
    assert [one.area for one in found.ordered] == ["healthcare"]
    assert found.told == ()
    assert cued(first, order)[1].ordered == ()
    assert cued(order, title=title)[0].ordered == ()


def by_cues(text):
    """The areas of a passage by its cues alone, without what its words lean to."""
    ((passage, tokens),) = cut_and_read(Document("a", "", (text,), language="ru"))
    scorer = load_tables().scorer
    (found,) = scorer.in_context([scorer.weigh(text, tokens, (), passage.sentences)])
    return [one.area for one in found.told]


def test_an_area_beside_the_best_has_a_sentence_of_its_own():
    best, other = "Врачи лечат пациентов в клиниках", "это знают чиновники и госорганы"
    assert by_cues(f"{best}, и {other}.") == ["healthcare"]
    assert by_cues(f"{best}. Там {other}.") == ["healthcare", "public-administration"]


def test_where_something_is_ordered_a_plainer_word_tells_the_area():
    (told,) = annotated(
        "Заводов в городе немало, напомнил Президент, там работает искусственный интеллект."
    )
    order = "«Поручаю Правительству до конца года показать ИИ на заводах», – сказал Президент."
    (ordered,) = annotated(order)
    assert told.areas == ()
    assert [one.area for one in ordered.areas] == ["real-sector"]
    assert ordered.instructions[0].areas == ("real-sector",)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Магистраль перекрыли на ночь."),
        ("ru", "Курс тенге не изменился."),
        ("ru", "Фотограф отдал снимки родным."),
        ("bg", "Дипломатите пристигнаха вчера."),
        ("en", "Nobody was allowed to enter."),
        ("ru", "Рабочая поездка продлится два дня."),
    ],
)
def test_a_word_that_looks_like_a_cue_is_none(language, text):
    assert areas(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "area"),
    [
        ("ru", "Учёные размечают корпус текстов на казахском.", "data-cybersecurity"),
        ("ru", "На даркнете нашли паспортные данные туристов.", "data-cybersecurity"),
        ("en", "The text corpus and the training data stay open.", "data-cybersecurity"),
        ("ru", "Секрет нельзя слать через чужое приложение.", "secure-communications"),
        ("bg", "Никой да не праща тайни през чужди приложения.", "secure-communications"),
        ("kk", "Түлектер мен оқушылар оқу құралын алды.", "ai-education"),
        ("bg", "Дигитални сензори мерят водата в язовира след сушата.", "real-sector"),
        ("en", "Sensors watch the irrigation canals in a drought.", "real-sector"),
        ("bg", "Технологичните компании получават данъчни облекчения.", "ecosystem-talent"),
    ],
)
def test_everyday_words_of_an_area(language, text, area):
    assert areas(text, language)[:1] == [area]


def test_talk_of_messengers_is_full_of_officials():
    assert areas("Чиновники и госслужащие покинут мессенджеры.", "ru") == ["secure-communications"]
    assert areas("Чиновники и госслужащие меняют анкеты.", "ru") == ["public-administration"]


@pytest.mark.parametrize(
    ("language", "text", "area"),
    [
        ("ru", "Суд передал материалы дела на электронный конвейер.", "public-administration"),
        ("ru", "Старики не умеют продлевать электронную подпись.", "public-administration"),
        ("en", "An electronic signature needs no visit.", "public-administration"),
        ("kk", "Электрондық қолтаңба алу оңайлады.", "public-administration"),
        ("bg", "Електронна опашка ще има на всяка граница.", "public-administration"),
        ("ru", "Цифровым банкам выдача лицензий облегчена.", "regulation"),
        ("en", "Technical standards for AI are mandatory.", "regulation"),
        ("ru", "Видеонаблюдение стоит в каждом дворе.", "data-cybersecurity"),
        ("en", "Callers posing as bank staff took all they had.", "data-cybersecurity"),
        ("bg", "Записите от камерите са изчезнали.", "data-cybersecurity"),
        ("ru", "Обучение моделей требует казахских книг.", "digital-infrastructure"),
        ("kk", "Өнертапқыштар прототипке қаржы таппады.", "ecosystem-talent"),
    ],
)
def test_themes_that_belong_to_an_area(language, text, area):
    assert areas(text, language) == [area]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "По данным синоптиков, завтра дождь."),
        ("ru", "Акимы лично отвечают за порядок на празднике."),
        ("kk", "Ол халықты тыңдауға келді."),
        ("bg", "През миналата година валя често."),
        ("bg", "В Източен Казахстан валя често."),
        ("ru", "Собеседники обменялись подарками."),
        ("ru", "Министр переписывал доклад, а гости ждали."),
        ("kk", "Ол жерлестерін мақтан тұтады."),
        ("en", "Investigators were seen in the garden."),
    ],
)
def test_everyday_words_that_tell_of_no_area(language, text):
    assert areas(text, language) == []


def test_two_areas_may_stand_out_together():
    text = "Школы ждут оптики."
    assert {one.area for one in annotated(text)[0].areas} <= {
        "ai-education",
        "digital-infrastructure",
    }
    text = "Цифра: школьники и оптика."
    assert set(by_cues(text)) == {"ai-education", "digital-infrastructure"}


def heaviest(cue, text):
    words = load_tables().look(analyze(text, cue.language)).words
    return max(
        load_tables().scorer.weigh(text, words).words.get(cue.area, {}).values(), default=0.0
    )


def test_no_phrase_takes_weight_from_a_word_in_it():
    every = [cue for area in load_tables().priorities.areas.values() for cue in area.cues]
    aside = {
        "законодателството за",  # it tells rather of what the law is for
        "по данным",  # says who told it
        *("Назарбаев Университет", "Назарбаев Университеті", "Nazarbayev University"),
        "Назарбаев университет",  # much else is done there; an agency of the field besides
    }
    weaker = [
        cue.text
        for cue in every
        if " " in cue.text
        and heaviest(cue, cue.text) < max(heaviest(cue, one) for one in cue.text.split())
    ]
    assert set(weaker) <= aside


def test_sentences_of_many_wordings_are_read_as_their_writer_meant_them():
    right = false = missed = 0
    _, *lines = SENTENCES.read_text(encoding="utf-8").splitlines()
    for line in lines:
        language, meant, text = (part.strip() for part in line.split("|"))
        wanted = {area.strip() for area in meant.split(",") if area.strip()}
        words = load_tables().look(analyze(text, language)).words
        found = {one.area for one in load_tables().scorer.scores(text, words)}
        right += len(wanted & found)
        false += len(found - wanted)
        missed += len(wanted - found)
    assert 2 * right / (2 * right + false + missed) >= 0.9
