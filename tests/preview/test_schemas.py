"""The preview lets editors know what the site has, and stands in nobody's way with it."""

import json
from pathlib import Path

from tests.support.preview import Preview, previewing

SCHEMA = ".cjsite/schema/journey.json"


def _departments(preview: Preview) -> list[str]:
    """Return the departments that editors know when the newest build is looked at."""
    preview.wait_for_schemas()
    journey = json.loads(preview.path(SCHEMA).read_text("utf-8"))
    return list(journey["properties"]["owner"]["anyOf"][0]["enum"])


def test_editors_know_the_ids_after_every_save(tmp_path: Path) -> None:
    with previewing(tmp_path) as preview:
        assert _departments(preview) == ["care", "sales"]
        preview.change(
            "care: {title: Care}", "care: {title: Care}\nlegal: {title: Legal}", "content/departments.yml"
        )
        assert preview.built()
        assert _departments(preview) == ["care", "legal", "sales"]
        assert preview.builds.empty(), "what was written woke nobody"


def test_no_room_for_schemas_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / ".cjsite").write_text("a file of somebody's", "utf-8")
    with previewing(tmp_path) as preview:
        preview.wait_for_schemas()
        assert preview.status(preview.get("/")) == 200
        preview.change("First sip", "Second sip")
        assert preview.built()
    assert (tmp_path / ".cjsite").read_text("utf-8") == "a file of somebody's"
    assert [said for said in preview.said if "Serving" not in said and said != "stopped"] == []
