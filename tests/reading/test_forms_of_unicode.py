"""Names are compared in one form of Unicode: macOS writes `ö` as an `o` and two dots."""

from pathlib import Path
from unicodedata import normalize

from cjsite.base.folder import Folder
from cjsite.reading.read import read
from tests.support.files import parse
from tests.support.page import TODAY

_SITE = """
-- site.yml --
menu: [über]
-- pages/über.md --
# Über
-- channels.yml --
büro: {title: The office}
-- departments.yml --
küche: {title: The kitchen}
-- personas/zoë.yml --
title: Zoë
-- journeys/größe.yml --
title: A size
persona: zoë
owner: küche
stages:
  - title: S
    steps:
      - {title: Waits, id: hält, channel: büro, emotions: {zoë: 1}}
      - {title: Goes, caused_by: hält}
-- journeys/größe.csv --
step,metric,date,value
hält,csat,2026-01-01,4
"""


def test_what_is_written_in_one_form_is_found_by_the_other() -> None:
    files = parse(_SITE)
    for path in files:
        mixed = dict(files)
        mixed[path] = normalize("NFD", files[path].decode()).encode()
        content = read(mixed, today=TODAY)
        step = content.journeys["größe"].stages[0].steps[0]
        assert (step.id, list(step.emotions), content.settings.menu) == ("hält", ["zoë"], ("über",)), path


def test_two_files_that_have_one_name_in_two_forms_are_told(tmp_path: Path) -> None:
    for form in ("NFC", "NFD"):
        (tmp_path / normalize(form, "größe.yml")).write_text("title: A")
    folder = Folder(tmp_path)
    folder.scan()
    if len(list(tmp_path.iterdir())) == 2:  # some file systems hold them for one
        assert [str(problem) for problem in folder.refused] == [
            "größe.yml:1:1: two files have this name, in two forms of Unicode; rename one of them"
        ]
