"""Compiles what reads pages faster where a C compiler is; what is not compiled, Python reads the same."""

from __future__ import annotations

import sys
from contextlib import chdir
from pathlib import Path
from typing import Any

from Cython.Build import cythonize
from Cython.Compiler.Errors import CompileError as CythonError
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from setuptools import Distribution, Extension
from setuptools.command.build_ext import build_ext
from setuptools.errors import BaseError, CCompilerError

SOURCES = "tasks/**/*.pyx"
# Sums as Python makes them, to the last bit; no tables for debuggers, which are most of a module.
OPTIONS = [] if sys.platform == "win32" else ["-ffp-contract=off", "-g0"]


class CompileHook(BuildHookInterface):
    """Builds each `.pyx` beside its source, from where a wheel takes it and an editable installation imports it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile for the running Python; a failure does not stop the installation."""
        try:
            remove_stale(Path(self.root))
            compiled = build(Path(self.root))
        except (BaseError, CCompilerError, CythonError, OSError) as error:
            self.app.display_warning(f"pages are read in Python, a quarter slower: not compiled: {error}")
            return
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        build_data["artifacts"] += compiled


def remove_stale(root: Path) -> None:
    """Remove what was compiled from earlier sources: where no compiler is now, Python reads as the new ones say."""
    for source in root.glob(SOURCES):
        newest = max(path.stat().st_mtime for path in (source, *source.parent.glob("*.pxd")))
        for built in source.parent.glob(f"{source.stem}.*"):
            if built.suffix in (".so", ".pyd") and built.stat().st_mtime < newest:
                built.unlink(missing_ok=True)


def build(root: Path) -> list[str]:
    """Compile each source below `root`; the paths of the modules, relative to it."""
    with chdir(root):
        paths = sorted(Path().glob(SOURCES))
        extensions = [
            Extension(".".join(path.with_suffix("").parts), [str(path)], extra_compile_args=OPTIONS) for path in paths
        ]
        command = build_ext(Distribution({"ext_modules": cythonize(extensions, build_dir="build", quiet=True)}))
        command.build_temp, command.build_lib = "build", "."
        command.ensure_finalized()
        command.run()
        return [str(Path(path)) for path in command.get_outputs()]
