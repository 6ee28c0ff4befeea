"""Runs cells as a notebook does: one after the other in one namespace. Reads a JSON list of texts from standard input and
writes a JSON list of what each of them prints, the value of a last expression included."""

import ast
import contextlib
import io
import json
import sys

namespace = {"__name__": "__main__"}
outputs = []
for number, text in enumerate(json.load(sys.stdin)):
    cell = ast.parse(text, f"cell {number + 1}")
    last = cell.body.pop() if cell.body and isinstance(cell.body[-1], ast.Expr) else None
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(cell, f"cell {number + 1}", "exec"), namespace)
        if last is not None:
            value = eval(compile(ast.Expression(last.value), f"cell {number + 1}", "eval"), namespace)
            if value is not None:
                print(repr(value))
    outputs.append(printed.getvalue())
json.dump(outputs, sys.stdout)
