import datetime as dt

from index.today import midnight, today


def test_the_day_began_within_the_last_day():
    now = dt.datetime.now(dt.UTC)
    assert midnight() <= now < midnight() + dt.timedelta(days=1, seconds=5)
    assert midnight().date() == today()
