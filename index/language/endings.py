"""How Kazakh and Bulgarian forms end that stand for a case or a tense.

Of Russian words a dictionary tells that (see ``grammar``); of these the ends must do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

KK_TO_WHOM = ("ға", "ге", "қа", "ке", "на", "не")  # the dative
KK_OF_WHOM = ("ның", "нің", "дың", "дің", "тың", "тің")  # the genitive
KK_FROM_WHOM = ("дан", "ден", "тан", "тен", "нан", "нен")  # the ablative
KK_WITH_WHOM = ("мен", "бен", "пен")  # the instrumental
KK_NO_SUBJECT = (*KK_OF_WHOM, "дан", "ден", "тан", "тен", "да", "де")
KK_DONE = ("ған", "ген", "қан", "кен")  # what was done: «көшіре бастаған»
KK_DOING = (
    *("у", "уі", "уы", "уге", "уға", "уді", "уды", "уіміз", "уымыз", "уіңіз", "уыңыз"),
    *KK_DONE,
)  # before «керек»: that somebody do
KK_INFINITIVE = ("у", "ю")
KK_TO_DO = (*KK_INFINITIVE, "уды", "уді", "уға", "уге")  # «енгізуді тапсырды»
KK_PASSIVE = ("лды", "лді", "лған", "лген", "лсын", "лсін", "лады", "леді")  # «тапсырылды»
KK_WISHED = ("сын", "сін")  # «әзірлесін», said of a third
KK_WILL_BE = ("ады", "еді", "йды", "йді")  # what is or will be done
KK_WILL = (*KK_WILL_BE, "амын", "емін", "ймын", "ймін")  # by me too
KK_MEANT = ("мақ", "мек", "бақ", "бек", "пақ", "пек")  # what is to be done: «бекітпек»
BG_DONE = ("л", "ла", "ло", "ли")  # «възложил»
BG_PASSIVE = (
    *("ен", "ена", "ено", "ени", "ан", "ана", "ано", "ани"),
    *("ят", "ята", "ято", "яти"),
)  # «задължени»
BIDDING = {
    "ru": ("те", "тесь"),
    "bg": ("йте",),
    "kk": ("ңыз", "ңіз", "ңыздар", "ңіздер", "сын", "сін"),
}  # by language: «привлеките»
_KK_SOFT = str.maketrans("қкп", "ғгб")  # «шық», but «шығады»
# Ends that no past has: of verbs made of others («таныстырады», «оқытады») and of short ones.
_KK_SURELY = re.compile(
    r"\w*(?:[тд][ыі]р|[қғ]ыз|[кг]із|[ыі][тн]|[лдт][ае][нст])(?:ады|еді)\Z"
    r"|(?:ет|кет|бер|кел|жүр|кір|ал|бол|сал|бар|тұр|аш|жаз|қос)(?:ады|еді)\Z"
)
MANY = {
    "ru": ("ят", "ют", "ут", "ат"),
    "bg": ("ат", "ят"),
}  # by language, of the present of many: «просят»
BG_FULL = ("ът", "ят")  # the article of a subject
BG_ARTICLE = (*BG_FULL, "та", "те")
BG_NAMED = ("то", "та", "ът", "ят", "те", "ия")  # any noun with its article
_KK_OBLIQUE = re.compile(r"(?:[кғқг][еа]|[ндт][ыі](?:ң)?|[мбп]ен|[дтн][ае]н?)\Z")
_RU_SURNAME = re.compile(r"(?:[оеё]в|[иы]н|[оеё]ва|[иы]на)\Z")
_KK_UNDONE = re.compile(r".*[мбп][ае](?:ды|ді|ған|ген|йды|йді|пты|пті|дым|дім)\Z")


def is_undone(form: str) -> bool:
    """Whether a Kazakh verb denies what was done or is: «тапсырмады»."""
    return _KK_UNDONE.match(form) is not None


def kk_will_be(form: str, lemmas: Iterable[str]) -> bool:
    """Whether a Kazakh verb tells what will be: «көшіреді», «қояды», «бекітпек».

    Not «қабылдады», a past: the stem must be that of a lemma, or end as that of no past does.
    """
    if form.endswith(("йды", "йді", "яды")) or _KK_SURELY.match(form):
        return True
    if not form.endswith(("ады", "еді", *KK_MEANT)):
        return False
    stem = form[:-3]
    return any(stem in {one, one[:-1] + one[-1].translate(_KK_SOFT)} for one in lemmas)


def is_oblique(form: str) -> bool:
    """Whether a Kazakh name stands in a case, as nobody's who acts: «Бектеновке»."""
    return _KK_OBLIQUE.search(form) is not None


def may_be_surname(form: str) -> bool:
    """«Бектенов»: the dictionary knows few surnames of Kazakhstan."""
    return _RU_SURNAME.search(form) is not None
