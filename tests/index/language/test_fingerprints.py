from index.language import fingerprint


def test_a_fingerprint_is_one_and_the_same():
    assert fingerprint() == fingerprint()
    assert len(fingerprint()) == 64
