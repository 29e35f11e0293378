"""The `dateline` command: names the commands; each lives in its own module and is imported only when called."""

from __future__ import annotations

import codecs
import errno
import importlib
import io
import os
import sys

import click

COMMANDS = {
    "build": "run the flow: inputs to a checked release of facts",
    "repair": "repair the addresses in a text",
    "read": "read one page or clipping as a clean document",
    "facts": "extract the facts of one text or clipping",
    "releases": "list the releases of a lake",
    "show": "show rows of a release",
    "diff": "say what changed between two releases",
    "verify": "prove a release against its text, keys and digests",
    "rollback": "publish an earlier release anew",
    "export": "write a release to other formats",
    "rejections": "show what could not go on, and why",
    "maintain": "compact, and remove what no kept release needs",
}


class LazyGroup(click.Group):
    """Imports a command's module when it is called, so that `dateline repair` never pays for Prefect."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        # Numpy's linear algebra, which nothing here asks for, starts threads that turn for 0.1 s of each start.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        command: click.Command = importlib.import_module(f"flows.commands.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EIO):
                raise
            # Of the output, most likely: the commands themselves say of which file they speak.
            raise click.ClickException(f"cannot be written: {error.strerror}; make room and try again") from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dateline")
def main() -> None:
    """From a broken link in a clipping to a fact anyone can query and check."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=ESCAPED)


def _escape(error: UnicodeError) -> tuple[str, int]:
    """What an output's encoding lacks, and bytes of file names that are no text, as JSON escapes them."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    pairs = [units[i : i + 2].hex() for i in range(0, len(units), 2)]
    return "".join(f"\\u{pair}" for pair in pairs), error.end


ESCAPED = "escaped as in JSON"
codecs.register_error(ESCAPED, _escape)
