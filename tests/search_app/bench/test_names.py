from search_app.bench import names


def test_a_hundred_names_stand_in_their_cases():
    declined = list(names.declined())
    assert len(declined) >= 100
    assert ("Токаев", "Токаева", "Токаеву", "Токаева", "Токаевым", "Токаеве") in declined
