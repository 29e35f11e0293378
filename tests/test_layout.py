"""Keeps the house in order: imports point one way, the core is pure, modules are small and say what they are for."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
COMPILED = sorted((ROOT / "tasks").rglob("*.pyx"))
MODULES = sorted(path for folder in ("flows", "tasks") for path in (ROOT / folder).rglob("*.py"))
MOST_LINES = 250
MOST_LINES_COMPILED = 300  # each name has its type in C besides
MOST_IN_FUNCTION = 60
LONGER = {"tasks.tables.records": 300}  # one line a column and nothing else: the schema reads best in one piece

# What each room may import of ours, by prefix; the first room that fits a module counts.
ROOMS = {
    "tasks.tables.values": (),
    "tasks.tables.records": ("tasks.tables.values",),
    "tasks.tables": ("tasks.tables",),
    "tasks.core": ("tasks.core", "tasks.tables.records", "tasks.tables.values"),
    # The one core room io may know: to load a parser is to give `english` its bytes, or to adapt another's trees to it.
    "tasks.io": ("tasks.io", "tasks.tables", "tasks.core.english"),
    "tasks": ("tasks.core", "tasks.io", "tasks.tables"),
    "flows": ("flows", "tasks"),
}
# The parts of the room that reads pages, in the order in which a page goes through them; none knows a later one.
PAGE = (
    "markup", "nearly_json", "head", "statements", "outlet", "title", "people", "section", "dates", "verdict", "choice",
    "margins", "assembly", "captions", "unshown", "model", "reading",
)  # fmt: skip
# Third-party libraries a room must not import, however indirectly it might like to.
FORBIDDEN = {
    "tasks.core": {"prefect", "pyarrow", "requests", "deltalake", "socket", "random", "os", "time", "subprocess"},
    "tasks.io": {"prefect"},
    "tasks": {"prefect"},
}


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str, rooms: dict[str, object]) -> str | None:
    return next((room for room in rooms if module == room or module.startswith(room + ".")), None)


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}: a relative import"
            yield node.module or ""


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_module_keeps_to_its_room(path: Path) -> None:
    module = name_of(path)
    room = room_of(module, ROOMS)
    assert room is not None, f"{module} stands in no room"
    for imported in imports_of(path):
        if imported.split(".")[0] in ("flows", "tasks"):
            allowed = ROOMS[room]
            assert any(imported == a or imported.startswith(a + ".") for a in allowed), f"{module} imports {imported}"
        for prefix, names in FORBIDDEN.items():
            if module == prefix or module.startswith(prefix + "."):
                assert imported.split(".")[0] not in names, f"{module} imports {imported}"


@pytest.mark.parametrize("path", [path for path in MODULES if "page" in path.parts], ids=name_of)
def test_parts_of_a_page_s_reading_know_no_later_ones(path: Path) -> None:
    known = [name.split(".")[3] for name in imports_of(path) if name.startswith("tasks.core.page.")]
    own = (*name_of(path).split("."), PAGE[-1])[3]
    assert all(PAGE.index(part) <= PAGE.index(own) for part in known)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_module_is_small_and_says_its_purpose(path: Path) -> None:
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    assert len(text.splitlines()) <= LONGER.get(name_of(path), MOST_LINES)
    if path != ROOT / "tasks" / "__init__.py":
        assert ast.get_docstring(tree), "the first line of a module says its one purpose"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < MOST_IN_FUNCTION, (
                f"{node.name} is too long to be read at once"
            )


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_broad_except_and_no_hidden_imports(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            names = {n.id for n in ast.walk(node.type) if isinstance(n, ast.Name)} if node.type else {"everything"}
            assert not names & {"Exception", "BaseException", "everything"}, f"line {node.lineno}"
        if isinstance(node, ast.Name):
            assert node.id != "TYPE_CHECKING"


@pytest.mark.parametrize("path", COMPILED, ids=lambda path: path.stem)
def test_compiled_module_has_a_twin_in_python(path: Path) -> None:
    if path.with_suffix(".pxd").exists():  # known to compiled code alone
        return
    assert path.with_name(f"{path.stem.removeprefix('fast_')}.py").exists(), "what reads the same without a compiler"
    assert path.with_suffix(".pyi").exists(), "its types"


@pytest.mark.parametrize("path", COMPILED, ids=lambda path: path.stem)
def test_compiled_module_is_small_and_says_its_purpose(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert lines[1].startswith('"""')
    assert len(lines) <= MOST_LINES_COMPILED


def test_tasks_package_is_empty() -> None:
    assert (ROOT / "tasks" / "__init__.py").read_text("utf-8").strip() == ""


def test_stages_are_files_and_rooms_are_folders() -> None:
    files = {p.stem for p in (ROOT / "tasks").glob("*.py")} - {"__init__"}
    folders = {p.name for p in (ROOT / "tasks").iterdir() if p.is_dir() and p.name != "__pycache__"}
    assert files == {"collect", "fetch", "extract", "annotate", "publish"}
    assert folders == {"core", "io", "tables"}
