import pytest

from search_app import cli


@pytest.fixture
def user(where, data, monkeypatch, capsys):
    """Run the command: its status, what it says and what it complains of."""
    monkeypatch.setenv("POLICY_SEARCH_DATABASE", where)
    monkeypatch.setenv("POLICY_SEARCH_BASE_URL", "https://search.example")

    def run(*arguments):
        status = cli.main(["user", *arguments, "--data", str(data)])
        return status, *capsys.readouterr()

    return run


def test_the_first_administrator_is_made_on_the_server(user, visitor):
    status, said, _ = user("add", "Anna@x.example", "--name", "Анна", "--role", "administrator")
    assert status == 0
    first, link = said.splitlines()
    assert first.startswith("anna@x.example: administrator")
    assert link.startswith("https://search.example/staff/link/")
    visitor.get(link.removeprefix("https://search.example"))
    visitor.fill({"new": "семь белых вёсел", "again": "семь белых вёсел"})
    visitor.get("/staff/sign-in")
    visitor.fill({"email": "anna@x.example", "password": "семь белых вёсел"})
    visitor.get("/staff/accounts")


def test_without_an_address_of_the_site_the_link_names_none(user, monkeypatch):
    monkeypatch.delenv("POLICY_SEARCH_BASE_URL")
    for command in ("add", "reset"):
        first, link = user(command, "anna@x.example")[1].splitlines()
        assert "POLICY_SEARCH_BASE_URL" in first
        assert link.startswith("/staff/link/")


def test_accounts_are_listed_changed_and_disabled(user):
    user("add", "b@x.example", "--role", "administrator")
    user("add", "a@x.example")
    assert user("role", "a@x.example", "--role", "editor")[:2] == (0, "a@x.example: editor\n")
    assert user("disable", "a@x.example")[0] == 0
    assert user("list")[1].splitlines() == [
        "a@x.example\ta@x.example\teditor\tdisabled\tone factor",
        "b@x.example\tb@x.example\tadministrator\tinvited\tone factor",
    ]
    assert user("enable", "a@x.example")[0] == 0
    assert "/staff/link/" in user("reset", "a@x.example", "--second-factor")[1]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("disable", "nobody@x.example"), "no such account"),
        (("reset", "nobody@x.example"), "no such account"),
        (("add", "nonsense"), "no e-mail address"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(user, arguments, complaint):
    status, said, wrong = user(*arguments)
    assert (status, said, wrong.count("\n")) == (1, "", 1)
    assert complaint in wrong


@pytest.mark.parametrize("arguments", [("reset",), ("role", "a@x.example"), ()])
def test_what_is_left_out_is_a_matter_of_usage(user, arguments):
    with pytest.raises(SystemExit, match="2"):
        user(*arguments)
