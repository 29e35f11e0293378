"""The tables of actors and places keep their own rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from tasks.io.gazetteer import ACTOR_TABLES, load_actors, load_gazetteer

# Sectors of PLOVER actors, with JRN, REL, LAB, REF and ELI of its lists of agents.
SECTORS = {"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "REB", "UAF", "OPP", "PTY", "IGO", "NGO", "BUS", "CRM", "CVL"}
SECTORS |= {"EDU", "JRN", "MED", "LAB", "REL", "REF", "ELI", ""}


def test_countries_are_coded_once_and_border_each_other() -> None:
    rows = {row["code"]: row for row in load_actors()["countries"]}
    assert len(rows) == len(load_actors()["countries"]) == 250
    assert all(len(code) == 3 and code.isupper() for code in rows)
    for code, row in rows.items():
        assert abs(float(row["latitude"])) <= 90, code
        assert abs(float(row["longitude"])) <= 180, code
        assert set(filter(None, row["neighbours"].split("|"))) <= rows.keys(), code


def test_organisations_and_agents_have_known_sectors() -> None:
    tables = load_actors()
    ids = [row["id"] for row in tables["organisations"]]
    assert len(ids) == len(set(ids))
    assert {row["sector"] for table in ("organisations", "agents") for row in tables[table]} <= SECTORS
    countries = {row["code"] for row in tables["countries"]} | {""}
    assert {row["country"] for table in ("organisations", "regions") for row in tables[table]} <= countries
    words = [row["words"] for row in tables["agents"]]
    assert len(words) == len(set(words))


def test_descriptions_speak_of_what_is_listed() -> None:
    tables = load_actors()
    known = {f"org:{row['id']}" for row in tables["organisations"]}
    known |= {f"country:{row['code']}" for row in tables["countries"]}
    known |= {f"region:{row['name'].lower().replace(' ', '-')}" for row in tables["regions"]}
    for row in tables["descriptions"]:
        assert set(row["antecedents"].split("|")) <= known, row["description"]


def test_every_row_names_its_source() -> None:
    assert all(row["source"] for table in ACTOR_TABLES for row in load_actors()[table])


def test_places_are_sorted_and_whole() -> None:
    lines, regions, cues = load_gazetteer()
    assert lines == sorted(lines)
    assert all(line.count("\t") == 9 for line in lines)
    countries = {row["code"] for row in load_actors()["countries"]} | {""}
    assert {line.split("\t")[4] for line in lines} <= countries
    assert {row["kind"] for row in regions} <= {"admin1", "region", "sea", "lake", "continent"}
    assert {row["country"] for row in cues} <= countries


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"countries\.csv"):
        load_actors(tmp_path)
