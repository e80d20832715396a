"""Compares a generated schema with the installed SDK, property by property.

Names, types and nested shapes of inputs and outputs, required arguments, secrets, aliases, and the
provider's own configuration. A property is named as Pulumi's engine sees it.
"""

from __future__ import annotations

import ast
import inspect
from typing import Any

from tools.engines.openstack import sdk, shapes

PROVIDER = "pulumi:providers:openstack"


class Comparison:
    """One schema against the SDK; `differences` is empty when they agree."""

    def __init__(self, schema: dict[str, Any]) -> None:
        self.schema = schema
        self.differences: list[str] = []
        self.count = 0  # properties
        self.resources = 0
        self.functions = 0

    def run(self) -> None:
        """Look at every class and function of the SDK, then at what only the schema has."""
        seen: set[str] = set()
        for file in sdk.files():
            for node in file.tree.body:
                if isinstance(node, ast.ClassDef) and (token := type_token(node)):
                    seen.add(token)
                    seen.update(methods(node))
                    self.resource(token, node, file.module())
                if isinstance(node, ast.FunctionDef) and not node.name.endswith("_output"):
                    for call, token in sdk.calls(node, "invoke"):
                        seen.add(token)
                        self.function(token, node, call, file.module())
        for kind in ("resources", "functions"):
            self.differences += [f"{t}: only in the schema" for t in self.schema[kind] if t not in seen]

    def resource(self, token: str, node: ast.ClassDef, module: Any) -> None:
        """A resource class, or the provider's own."""
        is_provider = token == PROVIDER
        found = self.schema["provider"] if is_provider else self.schema["resources"].get(token)
        if found is None:
            self.differences.append(f"{token}: only in the SDK")
            return
        cls = getattr(module, node.name)
        args = getattr(module, f"{node.name}Args", None) or getattr(module, f"{node.name}InitArgs")
        self.properties(f"{token} input", shapes.hints(args), found.get("inputProperties", {}))
        self.same(
            f"{token} required", shapes.required(args) - {"id"}, set(found.get("requiredInputs", [])) - {"id"}
        )
        if is_provider:
            return
        self.resources += 1
        self.properties(f"{token} output", shapes.hints(cls), found["properties"])
        secret = {name for name, each in found["properties"].items() if each.get("secret")}
        self.same(f"{token} secrets", secrets(node), secret)
        self.same(f"{token} aliases", aliases(node), {each.get("type") for each in found.get("aliases", [])})

    def function(self, token: str, node: ast.FunctionDef, call: ast.Call, module: Any) -> None:
        """A data source: the function's parameters, the class of its result."""
        found = self.schema["functions"].get(token)
        if found is None:
            self.differences.append(f"{token}: only in the SDK")
            return
        self.functions += 1
        raw = inspect.unwrap(getattr(module, node.name))
        known = shapes.signature(raw, module)
        given = {wire: known[name] for wire, name in arguments(node).items()}
        self.properties(f"{token} input", given, found.get("inputs", {}).get("properties", {}))
        result = next(ast.unparse(each.value) for each in call.keywords if each.arg == "typ")
        self.properties(
            f"{token} output", shapes.hints(getattr(module, result)), found["outputs"]["properties"]
        )

    def properties(self, place: str, python: dict[str, Any], schema: dict[str, Any]) -> None:
        """Every property of either side."""
        for name in sorted(python.keys() | schema.keys()):
            if name in ("id", "urn") and name not in schema:
                continue  # every resource has these
            self.count += 1
            if name not in schema or name not in python:
                self.differences.append(
                    f"{place} {name}: only in the {'SDK' if name in python else 'schema'}"
                )
                continue
            self.same(
                f"{place} {name}", shapes.of_hint(python[name]), shapes.of_schema(schema[name], self.schema)
            )

    def same(self, place: str, python: Any, schema: Any) -> None:
        """Note a difference."""
        if python != schema:
            self.differences.append(f"{place}: SDK {python}, schema {schema}")


def type_token(node: ast.ClassDef) -> str:
    """The token in the decorator of a resource class, "" where there is none."""
    for each in node.decorator_list:
        if isinstance(each, ast.Call) and "type_token" in ast.dump(each.func):
            return str(ast.literal_eval(each.args[0]))
    return ""


def methods(node: ast.ClassDef) -> set[str]:
    """Tokens of a class's methods that the engine is asked to call."""
    return {
        str(ast.literal_eval(each.args[0]))
        for each in ast.walk(node)
        if isinstance(each, ast.Call) and ast.unparse(each.func).endswith("runtime.call")
    }


def keywords(node: ast.AST, name: str) -> list[ast.expr]:
    """Values of a keyword argument anywhere below a node."""
    return [each.value for each in ast.walk(node) if isinstance(each, ast.keyword) and each.arg == name]


def secrets(node: ast.ClassDef) -> set[str]:
    """Outputs that the SDK keeps secret."""
    return {name for value in keywords(node, "additional_secret_outputs") for name in ast.literal_eval(value)}


def aliases(node: ast.ClassDef) -> set[str]:
    """Tokens under which the SDK knew the resource before."""
    return {value.value for value in keywords(node, "type_") if isinstance(value, ast.Constant)}  # type: ignore[misc]


def arguments(node: ast.FunctionDef) -> dict[str, str]:
    """Names on the wire and the parameters they come from: `__args__['wire'] = parameter`."""
    found = {}
    for each in ast.walk(node):
        if isinstance(each, ast.Assign) and isinstance(each.value, ast.Name):
            target = each.targets[0]
            if isinstance(target, ast.Subscript):
                found[str(ast.literal_eval(target.slice))] = each.value.id
    return found
