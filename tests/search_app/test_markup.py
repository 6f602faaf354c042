"""The Nu Html Checker over pages, the style sheet and the icon, where Java and npm are at hand."""

import json
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

import search_app

pytestmark = pytest.mark.server

VERSION = "26.9.27"
STATIC = Path(search_app.__file__).parent / "static"
SPEECH = "2025-08-11-ai-meeting-full-ru"
PAGES = [
    "/",
    "/search?q=интеллект&kind=digest&from=2025&to=2025",
    "/search?q=ксилофонист",
    "/search?q=интеллект&group=event",
    "/documents",
    f"/documents/{SPEECH}?q=президент",
    f"/documents/{SPEECH}/passages/10",
    "/instructions",
    "/instructions/print",
    "/search/print?q=AI",
    "/events",
    "/en/events/ai-meeting-2025-08-11",
    "/matrix?by=both",
    "/areas/ai-education/timeline",
    "/agencies/government",
    "/areas/ai-education",
    "/trends?q=интеллект&area=ai-education",
    "/help",
    "/about",
    "/api",
    "/kk/help",
    "/nothing",
]
# Properties that the checker does not know yet, each in every browser's own documentation.
NEWER = ("text-wrap", "text-size-adjust", "forced-color-adjust", "font-display", "vector-effect")


@pytest.fixture(scope="session")
def checker(tmp_path_factory):
    """The checker's program, fetched through npm."""
    if not (shutil.which("java") and shutil.which("npm")):
        pytest.skip("no Java or no npm on this machine")
    folder = tmp_path_factory.mktemp("vnu")
    packed = subprocess.run(
        ["npm", "pack", "--silent", f"vnu-jar@{VERSION}"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if packed.returncode:
        pytest.skip(f"npm could not fetch vnu-jar: {packed.stderr.strip()[:200]}")
    with tarfile.open(folder / packed.stdout.strip().splitlines()[-1]) as pack:
        pack.extractall(folder, filter="data")
    (program,) = folder.rglob("vnu.jar")
    return program


@pytest.fixture
def checked(checker):
    """What the checker complains of in files, a line each."""

    def complaints(*arguments):
        said = subprocess.run(
            ["java", "-jar", str(checker), "--format", "json", "--exit-zero-always", *arguments],
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
        )
        return [
            f"{Path(each.get('url', '')).name}:{each.get('lastLine')} {each['message']} "
            f"{each.get('extract', '')}"
            for each in json.loads(said.stderr)["messages"]
            if each["type"] == "error"
        ]

    return complaints


def test_pages_style_sheet_and_icon_have_no_errors(client, checked, tmp_path):
    for number, address in enumerate(PAGES):
        (tmp_path / f"{number:02}.html").write_bytes(client.get(address).data)
    for name in ("site.css", "icon.svg"):
        shutil.copy(STATIC / name, tmp_path)
    said = checked("--also-check-css", "--also-check-svg", str(tmp_path))
    assert [each for each in said if not any(name in each for name in NEWER)] == []
