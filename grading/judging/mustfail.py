"""Variants of a test that an honest kernel cannot pass, made from the test's own source.

A hand-in runs in the same process as its tests, so it can replace what runs them. To notice that, each test
is run more than once: as a *real* variant, which a right answer passes, and as *must-fail* variants, in
which one check is turned round. Both carry the same statements in the same form. Whether a check holds is
decided by arithmetic with random numbers, so neither the text nor the position nor the order tells one from
the other: a patch that lets a test pass without running it lets a must-fail variant pass too.

What this cannot see: a patch written against this very module, which evaluates the arithmetic, lets the
must-fail variants fail, and forges only the rest. In-process tests cannot be made tamper-proof.
"""

import ast
import random
from collections.abc import Iterable
from dataclasses import dataclass

DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
PRIMES = (997, 1009, 1013, 1019, 1021, 1031, 1033)


@dataclass(frozen=True)
class Variant:
    """A source to run; afterwards ``expression`` must give ``value``, or its last statement did not run.

    The witness, if there is one, must have been given the two numbers of ``marks``.
    """

    source: str
    expression: str
    value: int
    marks: tuple[int, int] | None = None


@dataclass(frozen=True)
class Scope:
    """How a test runs inside a function, where answers do not see its variables.

    Attributes
    ----------
    witness
        Name of `grading.judging.witness.witness` among the built-ins.
    shared
        Variables that the test sets for other cells too.
    pinned
        Names of modules and built-in functions; replacing them while the test runs changes nothing.
    answers
        Names of other functions; the witness looks at what they return.
    """

    witness: str
    shared: frozenset[str]
    pinned: frozenset[str]
    answers: frozenset[str]


class _Seen(ast.NodeTransformer):
    """Shows the witness what the hand-in's functions return."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id in self.scope.answers:
            return ast.Call(func=_name(f"{self.scope.witness}.seen"), args=[node], keywords=[])
        return node

    def visit_Expr(self, node: ast.Expr) -> ast.Expr:
        self.generic_visit(node.value)  # what it returns itself, nobody reads
        return node

    def _as_it_is(self, node: ast.AST) -> ast.AST:
        return node

    visit_FunctionDef = visit_AsyncFunctionDef = visit_ClassDef = visit_Lambda = _as_it_is


def _name(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def _hidden(body: list[ast.stmt], scope: Scope, rng: random.Random) -> tuple[list[ast.stmt], tuple[int, int]]:
    """Return statements that run others inside a function, and the numbers that they give the witness."""
    marks, name = (rng.getrandbits(40), rng.getrandbits(40)), f"_{rng.getrandbits(48):012x}"
    pins = ", ".join(f"{pin}={pin}" for pin in _shuffled(scope.pinned, rng))
    lines = [f"def {name}({pins}):", f"    {scope.witness}.begin({marks[0]})"]
    if scope.shared:
        lines.insert(1, f"    global {', '.join(_shuffled(scope.shared, rng))}")
    made = ast.parse("\n".join([*lines, f"    {scope.witness}.end({marks[1]})", f"{name}()"])).body
    made[0].body[-1:-1] = body
    return made, marks


def _shuffled(names: Iterable[str], rng: random.Random) -> list[str]:
    return sorted(names, key=lambda _: rng.random())


def _residue(rng: random.Random) -> tuple[str, int]:
    """Return an arithmetic expression and its value."""
    a, b, prime = rng.randrange(11, 999), rng.randrange(11, 999), rng.choice(PRIMES)
    return f"{a} * {b} % {prime}", a * b % prime


def _gate(rng: random.Random, holds: bool) -> ast.expr:
    """Return a comparison of numbers that holds, or does not."""
    text, value = _residue(rng)
    other = value if holds else (value + rng.randrange(1, 900)) % 997
    return ast.parse(f"{text} == {other}", mode="eval").body


def _index(rng: random.Random, index: int) -> ast.expr:
    """Return an expression whose value is 0 or 1."""
    text, value = _residue(rng)
    return ast.parse(f"{text} - {value - index}", mode="eval").body


def _compared_argument(node: ast.stmt) -> int | None:
    """Return which argument of a checking call is the student's value, or None for other statements."""
    if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)):
        return None
    call = node.value
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    place = 1 if name == "compare" else 0 if name.startswith("assert_") else None
    return place if place is not None and len(call.args) > place else None


def _comments(source: str) -> str:
    lines = []
    for line in source.splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            break
        lines.append(line)
    return "\n".join(lines)


class Disguise:
    """Makes variants of one test.

    Parameters
    ----------
    source
        The test cell. One that is no plain Python (magics) gets checks before and after it only.
    rng
        The source of randomness; the default cannot be predicted from inside the kernel.
    scope
        What the test may hide from answers; None for a test that must run as it stands.
    """

    def __init__(self, source: str, rng: random.Random | None = None, scope: Scope | None = None) -> None:
        self.source, self.rng, self.scope = source, rng or random.SystemRandom(), scope
        try:
            self.body = ast.parse(source).body
        except SyntaxError:
            self.body = None
        statements = self.body or []
        self.checks = [
            place
            for place, node in enumerate(statements)
            if isinstance(node, ast.Assert) or _compared_argument(node) is not None
        ]

    def real(self) -> Variant:
        """Return a variant with the same verdict as the test itself."""
        return self._build(turned=None, gate_holds=True)

    def must_fail(self, turn_a_check: bool = False, at_the_top: bool = False) -> Variant:
        """Return a variant that no honest kernel passes, if it passes the test.

        ``turn_a_check`` turns one of the test's own checks round (an early one is likelier, since all
        before it is run again); otherwise a check that fails is put in, ``at_the_top`` or anywhere.
        """
        if turn_a_check and self.checks:
            weights = [1 / (1 + place) for place in self.checks]
            return self._build(self.rng.choices(self.checks, weights)[0], gate_holds=True)
        return self._build(turned=None, gate_holds=False, at_the_top=at_the_top)

    def _build(self, turned: int | None, gate_holds: bool, at_the_top: bool = False) -> Variant:
        rng, name = self.rng, f"_{self.rng.getrandbits(48):012x}"
        text, value = _residue(rng)
        shift = rng.randrange(1, 10**6)
        gate = ast.Assert(test=_gate(rng, gate_holds), msg=None)
        last = ast.parse(f"{name} = {text}").body[0]
        if self.body is None:
            lines = [ast.unparse(gate), self.source, ast.unparse(last)]
            return Variant("\n".join(lines), f"{name} + {shift}", value + shift)
        body, marks = ast.parse(self.source).body, None
        if self.scope is not None:
            body = [_Seen(self.scope).visit(node) for node in body]
        body = [self._disguised(node, place == turned) for place, node in enumerate(body)]
        body.insert(0 if at_the_top else rng.randrange(len(body) + 1), gate)
        if self.scope is not None:
            body, marks = _hidden(body, self.scope, rng)
        body.append(last)
        module = ast.fix_missing_locations(ast.Module(body=body, type_ignores=[]))
        source = "\n".join(filter(None, (_comments(self.source), ast.unparse(module))))
        return Variant(source, f"{name} + {shift}", value + shift, marks)

    def _disguised(self, node: ast.stmt, turned: bool) -> ast.stmt:
        place = _compared_argument(node)
        if isinstance(node, ast.Assert):
            twice = ast.UnaryOp(op=ast.Not(), operand=ast.UnaryOp(op=ast.Not(), operand=node.test))
            node.test = ast.Compare(left=twice, ops=[ast.Eq()], comparators=[_gate(self.rng, not turned)])
        elif place is not None:
            arguments = node.value.args
            pair = ast.Tuple(elts=[arguments[place], ast.Constant(None)], ctx=ast.Load())
            arguments[place] = ast.Subscript(value=pair, slice=_index(self.rng, int(turned)), ctx=ast.Load())
        return node


def hints(source: str) -> list[str]:
    """Return the texts that a test may show: messages of its asserts and keys of ``mistakes``."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return []
    nodes = [node.msg for node in ast.walk(tree) if isinstance(node, ast.Assert)]
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg == "mistakes" and isinstance(node.value, ast.Dict):
            nodes += node.value.keys
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def shown_hint(source: str, message: str) -> str:
    """Return the hint of the test that an error's message carries, or nothing."""
    found = [hint for hint in hints(source) if hint and hint in message]
    return max(found, key=len, default="")
