"""The published JSON Schemas are those of the models, and describe what is really written."""

import orjson
import pytest

from schemas import export, topics
from tests.schemas.test_records import OLDER


def test_the_published_schemas_are_fresh():
    published = {path.name: path.read_bytes() for path in export.PUBLISHED.glob("*.json")}
    assert published == export.documents(), "stale: run python -m schemas.export"


@pytest.mark.parametrize("topic", [topic for topic in topics.ALL if topic.record], ids=lambda topic: topic.name)
def test_a_record_as_written_satisfies_its_published_schema(topic):
    schema = orjson.loads((export.PUBLISHED / f"{topic.record.schema_name}.json").read_bytes())
    written = orjson.loads(topic.record.from_json(OLDER[topic.record]).to_json())
    required = set(schema.get("required", []))
    assert required <= set(written)
    assert set(written) <= set(schema["properties"])


def test_every_field_that_a_crawler_may_leave_out_has_a_default():
    schema = orjson.loads((export.PUBLISHED / "raw-page.v1.json").read_bytes())
    assert schema["required"] == ["url", "fetched_at"]
