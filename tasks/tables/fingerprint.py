"""Version of what makes a stage's rows: our code it runs, the data it looks up, libraries and parameters.

Code counts by its syntax tree, without docstrings: a better comment makes nothing stale. What is compiled counts by its
source, whether it was compiled or not. Where rows are kept does not
change what they say, so the lake's own modules do not count. Python's version counts as a library: its Unicode tables
and regular expressions change results.
"""

from __future__ import annotations

import ast
import hashlib
import json
import re
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
OURS = ("tasks", "flows")
CHECKING = {"expectations.toml"}  # what a release is checked by changes no row
KEEPING = {"tasks.io.store", "tasks.tables.fingerprint"}
_COMPILED = ".pyx"
_IMPORTED = re.compile(rf"^from ((?:{'|'.join(OURS)})[\w.]*) c?import", re.MULTILINE)  # by a compiled module

Parts = dict[str, str]

_parts: dict[str, Parts] = {}  # what each fingerprint of this process was made of


def fingerprint(
    modules: Sequence[str],
    data: Sequence[Path | str] = (),
    parameters: Mapping[str, Any] | None = None,
    libraries: Sequence[str] = (),
) -> str:
    """Fingerprint of a stage, 16 hexadecimal digits.

    `modules` are the stage's own (`tasks.annotate`); what they import of ours is found. `data` are files, folders or
    ready digests; `parameters` must be JSON; `libraries` are distribution names.
    """
    found = _all_parts(
        tuple(modules), tuple(data), json.dumps(parameters or {}, sort_keys=True, default=str), tuple(libraries)
    )
    name = hashlib.sha256(json.dumps(found, sort_keys=True).encode()).hexdigest()[:16]
    _parts[name] = found
    return name


def parts_of(name: str) -> Parts | None:
    """What a fingerprint was made of, None for one this process did not make."""
    return _parts.get(name)


def differences(old: Parts, new: Parts) -> list[str]:
    """What changed between two fingerprints, in words.

    >>> differences({"library numpy": "1.0"}, {"library numpy": "1.1", "code tasks.a": "x"})
    ['code tasks.a is new', 'library numpy changed from 1.0 to 1.1']
    """
    said = []
    for part in sorted(old.keys() | new.keys()):
        if part not in old or part not in new:
            said.append(f"{part} {'is new' if part in new else 'is gone'}")
        elif old[part] != new[part]:
            values = f" from {old[part]} to {new[part]}" if part.startswith(("library", "parameter")) else ""
            said.append(f"{part} changed{values}")
    return said


@cache
def _all_parts(
    modules: tuple[str, ...], data: tuple[Path | str, ...], parameters: str, libraries: tuple[str, ...]
) -> Parts:
    parts = {f"code {name}": _code_digest(path) for name, path in sorted(_closure(modules).items())}
    for source in data:
        parts |= _data_parts(source)
    parts |= {f"parameter {name}": json.dumps(value) for name, value in json.loads(parameters).items()}
    parts |= {f"library {name}": _version(name) for name in libraries}
    return parts | {"library python": f"{sys.version_info.major}.{sys.version_info.minor}"}


def _closure(modules: Sequence[str]) -> dict[str, Path]:
    """The modules and everything of ours they import, directly or not."""
    found: dict[str, Path] = {}
    waiting = list(modules)
    while waiting:
        name = waiting.pop()
        path = _path_of(name)
        if path is None or name in found or name in KEEPING:
            continue
        found[name] = path
        waiting += [*_imports(path), *filter(None, [name.rpartition(".")[0]])]
    return found


def _imports(path: Path) -> list[str]:
    if path.suffix == _COMPILED:
        return _IMPORTED.findall(path.read_text("utf-8"))
    names = []
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return [name for name in names if name.split(".")[0] in OURS]


def _path_of(module: str) -> Path | None:
    """File of one of our modules, None for a name inside a module."""
    path = ROOT.joinpath(*module.split("."))
    files = (path.with_suffix(".py"), path / "__init__.py", path.with_suffix(_COMPILED))
    return next((file for file in files if file.is_file()), None)


@cache
def _code_digest(path: Path) -> str:
    if path.suffix == _COMPILED:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    tree = ast.parse(path.read_bytes())
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and ast.get_docstring(
            node
        ):
            node.body = node.body[1:]
    return hashlib.sha256(ast.dump(tree).encode()).hexdigest()[:16]


def _data_parts(source: Path | str) -> Parts:
    if isinstance(source, str):
        return {f"data {source[:16]}": source}
    inside = source.rglob("*") if source.is_dir() else [source]
    files = sorted(p for p in inside if p.is_file() and p.name not in CHECKING)
    return {f"data {_short(path)}": hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in files}


def _short(path: Path) -> str:
    return path.resolve().relative_to(ROOT).as_posix() if path.resolve().is_relative_to(ROOT) else path.name


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "absent"
