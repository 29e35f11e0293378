"""Compiles what reads pages faster where a C compiler is; without one all is read the same, in Python alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCES = "tasks/**/*.pyx"


class CompileHook(BuildHookInterface):  # type: ignore[type-arg]
    """Builds each `.pyx` beside its source, from where a wheel takes it and an editable installation imports it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile for the running Python; a failure is shown and does not stop the installation."""
        root = Path(self.root)
        remove_stale(root)
        try:
            compiled = build(root)
        except Exception as error:  # noqa: BLE001 - whatever a compiler's absence or its work may raise
            self.app.display_warning(f"dateline reads pages in Python alone, a fifth slower: not compiled: {error}")
            return
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        build_data["artifacts"] += compiled


def remove_stale(root: Path) -> None:
    """Remove what was compiled from earlier sources: where no compiler is now, Python reads as the new ones say."""
    for source in root.glob(SOURCES):
        for built in source.parent.glob(f"{source.stem}.*"):
            if built.suffix in (".so", ".pyd") and built.stat().st_mtime < source.stat().st_mtime:
                built.unlink()


def build(root: Path) -> list[str]:
    """Compile each source below `root`; the paths of the modules, relative to it."""
    from Cython.Build import cythonize
    from setuptools import Distribution, Extension
    from setuptools.command.build_ext import build_ext

    names = {path.relative_to(root).with_suffix(""): path for path in sorted(root.glob(SOURCES))}
    extensions = [Extension(".".join(name.parts), [str(path)]) for name, path in names.items()]
    work = root / "build"
    command = build_ext(Distribution({"ext_modules": cythonize(extensions, build_dir=str(work), quiet=True)}))
    command.build_temp = str(work)
    command.build_lib = str(root)
    command.ensure_finalized()
    command.run()
    return [str(Path(path).relative_to(root)) for path in command.get_outputs()]
