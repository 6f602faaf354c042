from index.language.overlay import overlay


def test_every_term_of_the_table_is_folded():
    table = overlay()
    for mapping in (table.names, table.fixed, table.also, *table.short.values()):
        for form, terms in mapping.items():
            assert form == form.lower().replace("ё", "е")
            assert all(term == term.lower().replace("ё", "е") for term in terms)
            assert terms


def test_a_name_stands_in_all_its_forms():
    names = overlay().names
    assert names["токаеву"] == names["tokayev"] == names["тоқаев"] == ("токаев",)
    assert names["ии"] == ("ии",)
