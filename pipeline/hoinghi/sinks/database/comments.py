"""What ``docs/TABLES.md`` says of tables and columns, for the catalogue of a database."""

from __future__ import annotations

from collections.abc import Mapping

ROWS: Mapping[str, str] = {
    "documents": "an article read",
    "mentions": "a span in an article",
    "meetings": "an event reported",
    "people": "a named person in an article",
    "positions": "one position of one person, the main one first: held before former, posts before "
    "memberships, then by level of the body and rank of the title",
    "organizations": "an organisation in an article",
    "places": "a place in an article",
    "dates": "a time expression",
    "directives": "a directive in an article",
}
"""What a row of each table is."""

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "documents": {
        "document_id": "from the content's hash",
        "source": "path or URL as given; path#row for a row of a file",
        "author": "the person or persons who sign it",
        "status": "ok, no meeting, duplicate, failed",
        "text": "the text that offsets count in",
    },
    "mentions": {
        "text": "= documents.text[start:end]",
        "rule": "id of the rule, gazetteer or model that found it",
        "confidence": "0-1",
        "evidence": "what was read from it, meeting_id:field:rule",
    },
    "meetings": {
        "meeting_id": "the same event across articles: docs/LINKING.md",
        "when": "TIMEX3",
        "place_text": "as written",
        "province": "canonical, as they were on that day",
        "current_place_code": "after the 2025 reform",
        "level": "trung ương, tỉnh, huyện, xã, thôn",
        "hosts": "organisation norms",
        "hosts_text": "as written",
        "village": "canonical, as they were on that day",
        "commune": "canonical, as they were on that day",
        "district": "canonical, as they were on that day",
        "current_commune": "after the 2025 reform",
        "current_province": "after the 2025 reform",
    },
    "people": {
        "meeting_id": "the meeting that the person took part in",
        "person_id": "the same person across articles: docs/LINKING.md",
    },
    "positions": {
        "title": "canonical",
        "title_text": "as written",
        "organization": "canonical",
        "organization_text": "as written",
    },
    "organizations": {
        "name": "canonical",
        "text": "forms as written",
        "kind": "MTTQ, Đảng, HĐND, UBND, đoàn thể, sở ban ngành, lực lượng vũ trang, tôn giáo, "
        "trường, doanh nghiệp, báo chí, khác",
        "host_of": "keys of the meetings that it organises",
        "took_part_in": "keys of the meetings that its people came to, named or as a group",
    },
    "places": {
        "name": "canonical",
    },
    "dates": {
        "value": "TIMEX3",
        "type": "DATE, TIME",
        "anchor": "text, published, none",
    },
    "directives": {
        "directive_id": "such as 05-CT/TW",
        "title": "from the catalogue",
        "known": "found in the catalogue",
    },
}
"""What is said of columns whose names do not say it, by table."""
