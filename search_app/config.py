"""Settings of the site: environment variables, read once, into frozen values."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from index.errors import SearchError

HERE = Path(__file__).parent
PREFIX = "POLICY_SEARCH_"
LANGUAGES = ("ru", "kk", "en")
REQUIRED = "required"
SECOND_FACTORS = ("optional", REQUIRED)


class ConfigError(SearchError):
    """A setting that cannot be read; names its variable."""

    def __init__(self, variable: str, reason: str) -> None:
        super().__init__(f"{variable}: {reason}")
        self.variable = variable


@dataclass(frozen=True)
class Config:
    """Everything that may differ between two sites; see README for each variable."""

    data: Path = Path("instance")
    seeds: Path | None = Path("seeds")
    base_url: str = ""  # scheme and host under which readers know the site, no closing slash
    trusted_hosts: tuple[str, ...] = ("localhost", "127.0.0.1")
    language: str = "ru"
    semantic: bool = False  # whether searches find by meaning too
    proxies: int = 0  # how many proxies before us set X-Forwarded-*
    smtp: str = ""  # the server that takes letters
    mail_from: str = "alerts@localhost"  # whom they come from
    database: str = ""  # URL of the archive's and the staff's tables; a file under ``data`` if none
    second_factor: str = "optional"  # or "required", of all staff
    oidc_issuer: str = ""  # the provider of OpenID Connect that staff may sign in with
    oidc_client: str = ""  # as what the provider knows us
    oidc_secret_file: Path | None = None  # the file of our secret there
    oidc_name: str = "OpenID Connect"  # what the button says

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Config:
        """The settings of these variables; ConfigError names the one that is wrong."""
        known: dict[str, Any] = {}
        for name, read in SETTINGS.items():
            variable = PREFIX + name.upper()
            if (written := environment.get(variable, "").strip()) != "":
                known[name] = _read(variable, read, written)
        return cls(**known)

    @property
    def hosts(self) -> list[str]:
        """Host names that requests may ask for."""
        own = urlsplit(self.base_url).hostname
        return [*self.trusted_hosts, *([own] if own else [])]

    @property
    def index(self) -> Path:
        """The directory of the built index."""
        return self.data / "index"

    @property
    def archive(self) -> str | Path:
        """Where the archive's and the staff's tables are: a URL, or a SQLite file."""
        return self.database or self.data / "archive.sqlite"

    @property
    def secret_key(self) -> Path:
        """The file of the key that signs cookies and seals second factors."""
        return self.data / "secret.key"


def _read(variable: str, read: Callable[[str], Any], written: str) -> Any:
    try:
        return read(written)
    except ValueError as wrong:
        raise ConfigError(variable, f"{wrong}, not «{written}»") from wrong


def _seeds(written: str) -> Path | None:
    return None if written.lower() == "none" else Path(written)


def _base_url(written: str) -> str:
    parts = urlsplit(written)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path.strip("/"):
        raise ValueError("give a scheme and a host, such as https://search.example")
    return f"{parts.scheme}://{parts.netloc}"


def _hosts(written: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in written.split(",") if name.strip())
    if not names or any("/" in name for name in names):
        raise ValueError("give host names with commas between them")
    return names


def _language(written: str) -> str:
    if written not in LANGUAGES:
        raise ValueError(f"give one of {', '.join(LANGUAGES)}")
    return written


def _switch(written: str) -> bool:
    if written.lower() not in {"on", "off"}:
        raise ValueError("give on or off")
    return written.lower() == "on"


def _proxies(written: str) -> int:
    if not (written.isascii() and written.isdigit() and int(written) <= 9):  # noqa: PLR2004
        raise ValueError("give a number of proxies from 0 to 9")
    return int(written)


def _database(written: str) -> str:
    scheme, mark, rest = written.partition("://")
    if not (mark and rest and scheme.partition("+")[0] in {"postgresql", "sqlite"}):
        raise ValueError("give a URL such as postgresql://user@host/name")
    return written


def _second_factor(written: str) -> str:
    if written not in SECOND_FACTORS:
        raise ValueError(f"give one of {', '.join(SECOND_FACTORS)}")
    return written


def _issuer(written: str) -> str:
    parts = urlsplit(written)
    local = parts.hostname in {"localhost", "127.0.0.1", "::1"}
    if not parts.hostname or (parts.scheme != "https" and not (parts.scheme == "http" and local)):
        raise ValueError("give the https address of the issuer")
    return written.rstrip("/")


def _smtp(written: str) -> str:
    parts = urlsplit(written)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname or parts.path.strip("/"):
        raise ValueError("give smtp://host:25 or smtps://user:password@host:465")
    return written


def _mail_from(written: str) -> str:
    if not re.fullmatch(r"[^<>@\s]+@[^<>@\s]+|[^<>]*<[^<>@\s]+@[^<>@\s]+>", written):
        raise ValueError("give an address such as alerts@example.kz, or Name <alerts@example.kz>")
    return written


SETTINGS: dict[str, Callable[[str], Any]] = {
    "data": Path,
    "seeds": _seeds,
    "base_url": _base_url,
    "trusted_hosts": _hosts,
    "language": _language,
    "proxies": _proxies,
    "semantic": _switch,
    "database": _database,
    "smtp": _smtp,
    "mail_from": _mail_from,
    "second_factor": _second_factor,
    "oidc_issuer": _issuer,
    "oidc_client": str,
    "oidc_secret_file": Path,
    "oidc_name": str,
}


def default_seeds(environment: Mapping[str, str] = os.environ) -> Path | None:
    """The folder whose documents go in on start, unless the command line names another."""
    written = environment.get(PREFIX + "SEEDS", "").strip()
    return _seeds(written) if written else shipped("seeds")


def shipped(folder: str) -> Path:
    """A folder that ships with the project: in the package when installed, else beside it."""
    installed = HERE / folder
    return installed if installed.is_dir() else HERE.parent / folder
