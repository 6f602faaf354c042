"""The README names everything that can be called, set or asked."""

import argparse
import re
from pathlib import Path

import pytest

from index.search import request
from search_app import cli, create_app
from search_app.commands import proving
from search_app.config import PREFIX, SETTINGS, Config

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")


def subcommands():
    (names,) = (
        action for action in cli.parser()._actions if isinstance(action, argparse._SubParsersAction)
    )
    return names.choices


@pytest.mark.parametrize("name", subcommands())
def test_every_command_with_its_options_is_in_the_readme(name):
    lines = README.split("## Commands")[1].split("## ")[0].splitlines()
    (line,) = (line for line in lines if re.match(rf"\| `{name}[ `]", line))
    for action in subcommands()[name]._actions:
        for option in action.option_strings:
            if option not in {"-h", "--help", "--data"}:
                assert option in line


@pytest.mark.parametrize("name", proving.BENCHES)
def test_every_measurement_is_in_the_readme(name):
    assert f"`bench {name}" in README


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_is_in_the_readme(name):
    assert f"`{PREFIX}{name.upper()}`" in README


@pytest.mark.parametrize("name", request.PARAMETERS)
def test_every_parameter_of_an_address_is_in_the_readme(name):
    assert f"`{name}`" in README


def test_every_address_is_in_the_readme():
    app = create_app(Config())
    rules = {rule.rule for rule in app.url_map.iter_rules() if rule.endpoint != "static"}
    assert [rule for rule in rules if f"`{rule}" not in README] == []
