"""What the President thinks, wants or feels, told without a verb of saying."""

import pytest

from tests.index.policy.reading_aloud import annotated


def role(paragraph, language="ru", title="Заметка", lead=()):
    return annotated(*lead, paragraph, language=language, title=title)[-1].speaker.role


@pytest.mark.parametrize(
    ("language", "paragraph"),
    [
        ("ru", "Раздражение Президента вызвали пустые полки сельской библиотеки."),
        ("ru", "Токаев не в восторге от новых остановок."),
        ("ru", "Президенту, судя по всему, надоели красивые презентации."),
        ("ru", "По мысли Токаева, библиотека должна стоять рядом со школой."),
        ("ru", "В логике Президента всё просто: нет воды – нет города."),
        ("ru", "У Главы государства к строителям другие вопросы."),
        ("ru", "Первое лицо страны против ночных смен для подростков."),
        ("ru", "Больше всего от Президента досталось дорожникам."),
        ("ru", "Коротко: Токаев – строителям: сдать мост к зиме."),
        ("ru", "Президентом поручено до осени починить насосы."),
        ("bg", "Токаев няма търпение за нови обещания."),
        ("bg", "На президента му омръзнаха красивите таблици."),
        ("bg", "Недоволството на държавния глава падна върху строителите."),
        ("kk", "Мемлекет басшысының пайымдауынша, кітапхана мектептің жанында тұруы керек."),
        ("kk", "Президент құрылысшыларға көпірді күзге дейін бітіруді жүктеді."),
        ("en", "In Tokayev's eyes, an empty library is a broken promise."),
        ("en", "The president has no time for pretty slides."),
        ("en", "The President met builders and demanded a bridge by winter."),
    ],
)
def test_what_he_thinks_is_retold_whatever_the_verb(language, paragraph):
    assert role(paragraph, language) == "indirect"


@pytest.mark.parametrize(
    ("language", "paragraph"),
    [
        ("ru", "Президент возложил цветы к памятнику врачам."),
        ("ru", "Вечером Глава государства прилетел в Тараз."),
        ("ru", "Хор спел для Президента две песни."),
        ("ru", "Газета назвала слова президента добрым знаком."),
        ("ru", "Во исполнение поручения Президента акимат починил насосы."),
        ("ru", "Напомним, весной Президент подписал закон о воде."),
        ("ru", "Дорогой Касым-Жомарт Кемелевич!"),
        ("ru", "Девочка спросила, какие сны Президент выбирает."),
        ("bg", "Президентът пристигна в Кокшетау и разгледа градината."),
        ("bg", "Съветникът на президента разгледа градината."),
        ("kk", "Президент жаңа бақты аралады."),
        ("kk", "Кеңес Президент пен Үкімет актілеріне сүйенеді."),
        ("en", "The President then flew to Taraz."),
        ("en", "Children thanked the President."),
        ("en", "Tokayev's press secretary said she would write back."),
        ("en", "Clerks say that nobody asked them."),
    ],
)
def test_what_he_does_and_what_is_done_to_him_is_the_reporter_s(language, paragraph):
    assert role(paragraph, language) == "reporter"


def test_what_is_his_is_of_him_who_was_named():
    lead = ("Токаев недоволен дорогами.",)
    assert role("Его терпение на исходе.", lead=lead) == "indirect"
    assert role("Его терпение на исходе.", lead=("Слесарь недоволен дорогами.",)) == "reporter"


def test_a_list_goes_on_in_the_voice_in_which_it_began():
    lead = ("Президентом поручено: 1) школам посадить сады; 2) больницам открыть дворы.",)
    assert role("3) библиотекам работать по вечерам.", lead=lead) == "indirect"
    assert role("Библиотеки работают по вечерам.", lead=lead) == "reporter"
