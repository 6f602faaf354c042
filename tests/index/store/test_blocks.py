from corpora import build, document
from whoosh.fields import TEXT, Schema
from whoosh.index import create_in, open_dir

WORDS = ("дом", "сад", "мир", "кот", "пёс")


def texts(count):
    """Passages with frequent and rare words, more than one block of postings long."""
    return [
        f"дом {WORDS[n % 5]} {WORDS[n % 3]} дом слово{n} {'сад ' * (n % 4)}" for n in range(count)
    ]


def told(path, field):
    """All that a Whoosh reader says of a field: its terms, their figures and postings."""
    with open_dir(str(path)).reader() as reader:
        for term in reader.lexicon(field):
            info = reader.term_info(field, term)
            matcher, postings = reader.postings(field, term), []
            while matcher.is_active():
                positions = matcher.value_as("positions")
                postings.append((matcher.id(), matcher.weight(), list(positions)))
                matcher.next()
            figures = (info.doc_frequency(), info.weight(), info.max_weight())
            lengths = (info.min_length(), info.max_length(), info.min_id(), info.max_id())
            yield term, figures, lengths, postings


def test_bulk_postings_are_those_of_the_ordinary_writer(tmp_path):
    build(tmp_path / "bulk", [document("d", *["мир"], *texts(700))])
    (tmp_path / "ordinary").mkdir()
    writer = create_in(str(tmp_path / "ordinary"), Schema(exact=TEXT)).writer()
    for text in ("мир мир", *texts(700)):  # the first paragraph counts twice
        writer.add_document(exact=text.split())
    writer.commit()
    ours, theirs = (
        list(told(tmp_path / "bulk", "exact")),
        list(told(tmp_path / "ordinary", "exact")),
    )
    assert [each[0] for each in ours] == [each[0] for each in theirs]
    for one, other in zip(ours, theirs, strict=True):
        if one[0] != "мир".encode():
            assert one == other


def test_every_term_is_found_by_its_hash(tmp_path):
    build(tmp_path, [document("d", *texts(700))])
    with open_dir(str(tmp_path)).reader() as reader:
        for number in range(700):
            assert ("exact", f"слово{number}") in reader
        assert ("exact", "слово") not in reader
