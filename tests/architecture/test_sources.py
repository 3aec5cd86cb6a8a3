"""How every source file is made: short, explained, quiet, and without a clock or a network of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.architecture.layout import PACKAGE, name_of, rooms, sources

MOST_LINES = 400
NETWORK = (
    "socket",
    "ssl",
    "http",
    "urllib.request",
    "ftplib",
    "smtplib",
    "requests",
    "httpx",
    "aiohttp",
    "webbrowser",
)
NOW = {("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("date", "today")}

Definition = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef

every_source = pytest.mark.parametrize("path", sources(), ids=name_of)


def tree_of(path: Path) -> ast.Module:
    """A source file, parsed."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def public(node: ast.Module | ast.ClassDef, prefix: str = "") -> Iterator[tuple[str, Definition]]:
    """The public classes and functions of a module, the methods of its public classes included."""
    for inner in node.body:
        if not isinstance(inner, Definition) or inner.name.startswith("_") or is_said_elsewhere(inner):
            continue
        yield prefix + inner.name, inner
        if isinstance(inner, ast.ClassDef):
            yield from public(inner, f"{prefix}{inner.name}.")


def is_said_elsewhere(node: Definition) -> bool:
    """Is it a setter, an overload or an override, whose words stand where it was first defined?"""
    names = {ast.unparse(decorator).rpartition(".")[2] for decorator in node.decorator_list}
    return bool(names & {"setter", "deleter", "overload", "override"})


def calls(path: Path) -> Iterator[ast.Call]:
    """Every call in a source file."""
    return (node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call))


def imported(path: Path) -> Iterator[str]:
    """The dotted name of every module that a source file imports, wherever in it."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_there_are_sources_in_every_room():
    assert {"domain", "journal", "storage", "ui"} <= rooms()
    assert all(list((PACKAGE / room).glob("*.py")) for room in rooms())


@every_source
def test_a_file_is_short_enough_to_read(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) < MOST_LINES


@every_source
def test_every_public_name_is_explained(path):
    tree = tree_of(path)
    assert ast.get_docstring(tree), "the module says nothing of itself"
    assert [name for name, node in public(tree) if not ast.get_docstring(node)] == []


@every_source
def test_only_the_command_line_prints(path):
    printing = [call.lineno for call in calls(path) if getattr(call.func, "id", "") == "print"]
    assert printing == [] or path.is_relative_to(PACKAGE / "cli")


@every_source
def test_nothing_is_evaluated(path):
    assert [call.lineno for call in calls(path) if getattr(call.func, "id", "") in ("eval", "exec")] == []


@every_source
def test_no_network_is_asked_for(path):
    asked = [name for name in imported(path) if any(f"{name}.".startswith(f"{net}.") for net in NETWORK)]
    assert asked == []


@every_source
def test_only_the_clock_asks_for_the_time(path):
    attributes = [call.func for call in calls(path) if isinstance(call.func, ast.Attribute)]
    asking = [
        node.lineno for node in attributes if (ast.unparse(node.value).split(".")[-1], node.attr) in NOW
    ]
    assert asking == [] or path == PACKAGE / "clock.py"
