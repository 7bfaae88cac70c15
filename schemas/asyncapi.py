"""The AsyncAPI 3 document: every topic as a channel, its messages with headers and value, and who sends and receives them.

AsyncAPI knows JSON Schema up to draft-07; the records' schemas use nothing that is newer, but for `$defs`, which become
components here.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from schemas import headers, topics
from schemas.deadletter import PREFIX, REPLAYED_FROM, DeadLetterInfo, DeadLetterReason
from schemas.topics import Topic

Json = dict[str, Any]

SPECIFICATION = "3.0.0"
BINDING = "0.5.0"
"""Of AsyncAPI's Kafka bindings."""
TEXT: Json = {"type": "string"}

_BY_CRAWLERS = {
    headers.URL: "the page's URL; required",
    headers.FETCHED_AT: "RFC 3339; else the record's timestamp",
    headers.HTTP_STATUS: "of the response",
    headers.HTTP_CONTENT_TYPE: "of the response; its charset wins",
    headers.FINAL_URL: "where redirects led",
    headers.CRAWL: "the crawler's own name for the run",
}


def document() -> Json:
    """The whole document."""
    schemas: Json = {}
    messages: Json = {}
    channels: Json = {}
    for topic in topics.ALL:
        made = _messages(topic, schemas)
        messages |= made
        channels[_id(topic)] = _channel(topic, made)
    return {
        "asyncapi": SPECIFICATION,
        "info": {
            "title": "Eventwire",
            "version": version("eventwire"),
            "description": "Turns crawled web pages into a live wire of coded news events, with evidence, over Kafka.",
            "license": {"name": "Apache-2.0", "url": "https://www.apache.org/licenses/LICENSE-2.0"},
        },
        "defaultContentType": headers.JSON,
        "servers": {
            "kafka": {
                "host": "{brokers}",
                "protocol": "kafka",
                "description": "Your Kafka; EVENTWIRE_BROKERS names it.",
                "variables": {"brokers": {"default": "localhost:9092"}},
            }
        },
        "channels": channels,
        "operations": {_operation(topic): _operated(topic) for topic in topics.ALL},
        "components": {"messages": messages, "schemas": schemas},
    }


def _id(topic: Topic) -> str:
    return topic.name.replace(".", "-")


def _channel(topic: Topic, messages: Json) -> Json:
    configuration = {"cleanup.policy": [topic.cleanup.value], "retention.ms": topic.retention_ms}
    return {
        "address": topic.name,
        "description": topic.description,
        "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in messages},
        "bindings": {"kafka": {"topic": topic.name, "topicConfiguration": configuration, "bindingVersion": BINDING}},
    }


def _operation(topic: Topic) -> str:
    return f"{'receive' if topic is topics.RAW_PAGES else 'send'}-{_id(topic)}"


def _operated(topic: Topic) -> Json:
    """As Eventwire sees it: crawlers publish what it receives, consumers subscribe to what it sends."""
    received = topic is topics.RAW_PAGES
    return {
        "action": "receive" if received else "send",
        "channel": {"$ref": f"#/channels/{_id(topic)}"},
        "summary": "Crawlers publish here." if received else f"Eventwire writes {topic.description}.",
    }


def _messages(topic: Topic, schemas: Json) -> Json:
    if topic.record is None:
        return {"dead-letter": _dead_letter()}
    name = topic.record.schema_name
    schemas[name.replace(".", "-")] = _schema(topic.record.json_schema(), schemas)
    message: Json = {
        "name": name,
        "title": topic.record.__name__,
        "contentType": headers.JSON,
        "payload": {"$ref": f"#/components/schemas/{name.replace('.', '-')}"},
        "bindings": {"kafka": {"key": TEXT, "bindingVersion": BINDING}},
    }
    if topic is not topics.RAW_PAGES:
        return {name.replace(".", "-"): message | {"headers": _cloud_event(topic)}}
    return {name.replace(".", "-"): message, "raw-page-body-v1": _body_form()}


def _schema(schema: Json, schemas: Json) -> Json:
    """The schema without what belongs to a document of its own; what it defines goes to `schemas`."""
    for name, defined in schema.get("$defs", {}).items():
        schemas[name] = _moved(defined)
    moved: Json = _moved({name: value for name, value in schema.items() if name not in ("$schema", "$id", "$defs")})
    return moved


def _moved(value: Any) -> Any:
    """With references into the document's components."""
    if isinstance(value, dict):
        return {
            name: part.replace("#/$defs/", "#/components/schemas/") if name == "$ref" else _moved(part)
            for name, part in value.items()
        }
    return [_moved(part) for part in value] if isinstance(value, list) else value


def _object(properties: dict[str, Json], required: list[str]) -> Json:
    return {"type": "object", "properties": properties, "required": required}


def _cloud_event(topic: Topic) -> Json:
    """The headers of CloudEvents 1.0 in Kafka's binary mode, and those of a trace."""
    assert topic.record is not None
    fixed = {
        "ce_specversion": "1.0",
        "ce_type": topic.event_type,
        "ce_dataschema": f"urn:eventwire:schema:{topic.record.schema_name}",
        headers.CONTENT_TYPE: headers.JSON,
    }
    free = {
        "ce_id": "the record's identity: a copy has the same",
        "ce_source": "the stage that made it: eventwire/clean",
        "ce_time": "RFC 3339",
        "ce_subject": "the page's URL",
    }
    properties = {name: TEXT | {"const": value} for name, value in fixed.items()}
    properties |= {name: TEXT | {"description": told} for name, told in free.items()}
    traced = {name: TEXT | {"description": "W3C Trace Context, passed on"} for name in headers.TRACE_HEADERS}
    return _object(properties | traced, sorted([*fixed, *free]))


def _body_form() -> Json:
    properties = {name: TEXT | {"description": told} for name, told in _BY_CRAWLERS.items()}
    properties[headers.CONTENT_TYPE] = TEXT | {"description": f"any but {headers.JSON}: text/html; charset=utf-8"}
    return {
        "name": "raw-page-body.v1",
        "title": "A page as the bytes fetched",
        "summary": "The form for large crawls: no base64, no copy.",
        "contentType": "text/html",
        "headers": _object(properties, [headers.CONTENT_TYPE, headers.URL]),
        "payload": {"type": "string", "description": "the body as fetched, any bytes"},
        "bindings": {"kafka": {"key": TEXT, "bindingVersion": BINDING}},
    }


def _dead_letter() -> Json:
    added = {PREFIX + name: TEXT for name in DeadLetterInfo.__slots__}
    added[PREFIX + "reason"] = TEXT | {"enum": [reason.value for reason in DeadLetterReason]}
    required = [name for name in added if name != PREFIX + "timestamp"]
    replayed = {REPLAYED_FROM: TEXT | {"description": "dead-letter topic/partition/offset, where it was put back before"}}
    return {
        "name": "dead-letter.v1",
        "title": "A record that could not be read or processed",
        "summary": "The original key, value and headers, untouched, and headers that tell why it is here.",
        "contentType": "application/octet-stream",
        "headers": _object(added | replayed, required),
        "payload": {"description": "the original bytes, or none"},
        "bindings": {"kafka": {"key": TEXT, "bindingVersion": BINDING}},
    }
