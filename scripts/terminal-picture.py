#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Show what a terminal showed: text with SGR sequences in, an HTML page out.

    terminal-picture.py <recording >page.html
"""
import html
import re
import sys

NAMES = {1: "bold", 2: "dim", 4: "underline", 7: "reverse",
         **{30 + n: c for n, c in enumerate(
             "black red green yellow blue magenta cyan white".split())},
         **{90 + n: c for n, c in enumerate(
             "black red green yellow blue magenta cyan white".split())}}

STYLE = """
body { margin: 0; background: #14171c; }
pre { margin: 0; padding: 1.2rem 1.5rem; color: #d6dbe3; width: max-content;
      font: 15px/1.35 "DejaVu Sans Mono", monospace; }
.bold { font-weight: bold; color: #fff; } .dim { color: #8b94a3; }
.underline { text-decoration: underline; }
.reverse { background: #d6dbe3; color: #14171c; }
.red { color: #f2777a; } .green { color: #7fc98c; } .yellow { color: #e8c35f; }
.blue { color: #74a9f0; } .magenta { color: #d79be8; } .cyan { color: #6fcdd0; }
"""


def colour(codes):
    """256-colour and plain SGR codes as (class names, inline colour index)."""
    classes, fixed = [], None
    while codes:
        code = codes.pop(0)
        if code in (38, 48) and codes[:1] == [5]:
            fixed = (code, codes[1])
            del codes[:2]
        elif code in NAMES:
            classes.append(NAMES[code])
    return classes, fixed


def rgb(n):
    if n >= 232:
        level = 8 + (n - 232) * 10
        return f"rgb({level},{level},{level})"
    n -= 16
    steps = (0, 95, 135, 175, 215, 255)
    return f"rgb({steps[n // 36]},{steps[n // 6 % 6]},{steps[n % 6]})"


def spans(text):
    is_open = False
    for i, part in enumerate(re.split(r"\x1b\[([0-9;]*)m", text)):
        if i % 2 == 0:
            yield html.escape(part)
            continue
        if is_open:
            yield "</span>"
        codes = [int(c or 0) for c in part.split(";")]
        is_open = codes != [0]
        if not is_open:
            continue
        classes, fixed = colour(codes)
        style = ""
        if fixed and fixed[1] >= 16:
            what = "color" if fixed[0] == 38 else "background"
            style = f' style="{what}:{rgb(fixed[1])}"'
        yield f'<span class="{" ".join(classes)}"{style}>'
    if is_open:
        yield "</span>"


print("<!DOCTYPE html><meta charset=utf-8><style>" + STYLE + "</style><pre>" +
      "".join(spans(sys.stdin.read())) + "</pre>")
