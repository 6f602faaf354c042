from pathlib import Path

import pytest

from search_app.config import Config, ConfigError, default_seeds


def test_no_variables_give_the_defaults():
    assert Config.from_environment({}) == Config()


def test_each_variable_sets_its_value():
    config = Config.from_environment(
        {
            "POLICY_SEARCH_DATA": "/srv/policy",
            "POLICY_SEARCH_SEEDS": "none",
            "POLICY_SEARCH_BASE_URL": "https://search.example/",
            "POLICY_SEARCH_TRUSTED_HOSTS": "search.example, 10.0.0.1",
            "POLICY_SEARCH_LANGUAGE": "kk",
            "POLICY_SEARCH_SEMANTIC": "on",
            "POLICY_SEARCH_PROXIES": "1",
        }
    )
    assert config == Config(
        data=Path("/srv/policy"),
        seeds=None,
        base_url="https://search.example",
        trusted_hosts=("search.example", "10.0.0.1"),
        language="kk",
        semantic=True,
        proxies=1,
    )


@pytest.mark.parametrize(
    ("variable", "written"),
    [
        ("POLICY_SEARCH_BASE_URL", "search.example"),
        ("POLICY_SEARCH_BASE_URL", "https://search.example/deep/path"),
        ("POLICY_SEARCH_BASE_URL", "https://[broken"),
        ("POLICY_SEARCH_TRUSTED_HOSTS", "https://search.example"),
        ("POLICY_SEARCH_LANGUAGE", "bg"),
        ("POLICY_SEARCH_SEMANTIC", "perhaps"),
        ("POLICY_SEARCH_PROXIES", "many"),
        ("POLICY_SEARCH_PROXIES", "-1"),
    ],
)
def test_a_wrong_value_names_its_variable(variable, written):
    with pytest.raises(ConfigError, match=f"{variable}: .*«"):
        Config.from_environment({variable: written})


def test_an_empty_variable_counts_as_absent():
    assert Config.from_environment({"POLICY_SEARCH_PROXIES": " "}) == Config()


def test_the_host_of_the_base_url_is_trusted():
    assert "search.example" in Config(base_url="https://search.example:8443").hosts


def test_seeds_come_from_the_environment():
    assert default_seeds({}) == Path(__file__).parents[2] / "seeds"
    assert default_seeds({"POLICY_SEARCH_SEEDS": "none"}) is None
