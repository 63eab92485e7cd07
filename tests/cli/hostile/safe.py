#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Say what of a published site could do more than be read.

    safe.py DIR

Every page is parsed as a browser would, and so is what its feeds carry.  What is
not on these lists is told, with its file and line, and the exit status is 1.
"""
import html.parser
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

ELEMENTS = set("""html head meta title link body header footer main nav article
section div span p a h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code em
strong del sup sub br hr img table caption thead tbody tfoot tr th td time
details summary small abbr kbd figure figcaption svg g rect path circle line text
polyline desc input label form button script template noscript output""".split())
ATTRIBUTES = set("""class id href rel lang dir charset name content property
http-equiv datetime role tabindex scope open type title alt src width height
loading start checked disabled align colspan rowspan for value action method
maxlength placeholder autocomplete viewbox preserveaspectratio x y x1 x2 y1 y2 cx cy r rx
ry d points fill stroke stroke-width text-anchor transform sizes hreflang media
hidden defer async value max min""".split())
ADDRESSES = {"href", "src", "action", "poster", "data", "cite", "formaction",
             "background", "longdesc", "srcset", "xlink:href"}
SCHEMES = {"http", "https", "mailto"}


def scheme_of(address):
    """As browsers see it: control characters and blanks do not count."""
    bare = re.sub(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\ufeff]", "",
                  address)
    found = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", bare)
    return found.group(1).lower() if found else ""


class Checker(html.parser.HTMLParser):
    def __init__(self, where):
        super().__init__(convert_charrefs=True)
        self.where, self.found, self.in_script = where, [], False

    def tell(self, what):
        self.found.append(f"{self.where}:{self.getpos()[0]}: {what}")

    def look_at(self, tag, name, value):
        value = value or ""
        if name.startswith("on"):
            self.tell(f"<{tag}> has the event handler {name}")
        elif name == "style":
            self.tell(f"<{tag}> has a style of its own")
        elif name not in ATTRIBUTES and not name.startswith("aria-"):
            self.tell(f"<{tag}> has the attribute {name}")
        if name in ADDRESSES:
            scheme = scheme_of(value)
            if scheme and scheme not in SCHEMES:
                self.tell(f"<{tag}> leads to {value[:60]!r}")
            # What a page loads by itself comes from the site alone.
            if name == "src" and (scheme or value.startswith("//")):
                self.tell(f"<{tag}> loads {value[:60]!r}")
            if name == "href" and tag == "link" and value.startswith("//"):
                self.tell(f"<{tag}> loads {value[:60]!r}")

    def handle_starttag(self, tag, attrs):
        if tag not in ELEMENTS:
            self.tell(f"there is a <{tag}>")
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.tell(f"<{tag}> has an attribute twice")
        for name, value in attrs:
            self.look_at(tag, name, value)
        if tag == "script":
            self.in_script = True
            if "src" not in names:
                self.tell("there is a script within the page")
        if tag == "meta" and dict(attrs).get("http-equiv", "").lower() not in (
                "", "content-security-policy"):
            self.tell("<meta> speaks for the server")

    def handle_endtag(self, tag):
        self.in_script = self.in_script and tag != "script"

    def handle_data(self, data):
        if self.in_script and data.strip():
            self.tell("there is a script within the page")

    def handle_comment(self, data):
        self.tell(f"there is a comment: {data[:40]!r}")

    def handle_pi(self, data):
        self.tell(f"there is an instruction: {data[:40]!r}")

    def unknown_decl(self, data):
        self.tell(f"there is a declaration: {data[:40]!r}")


def check_html(where, text):
    checker = Checker(where)
    checker.feed(text)
    checker.close()
    return checker.found


def check_xml(path):
    found = []
    root = ElementTree.parse(path).getroot()
    for element in root.iter():
        for name, value in element.attrib.items():
            if name in ADDRESSES and scheme_of(value) not in SCHEMES | {""}:
                found.append(f"{path}: {element.tag} leads to {value!r}")
        if element.attrib.get("type") == "html":
            found += check_html(path, element.text or "")
    return found


def check_json(path):
    found = []
    for item in json.loads(path.read_text()).get("items", []):
        found += check_html(path, item.get("content_html", ""))
        if scheme_of(item.get("url", "")) not in SCHEMES | {""}:
            found.append(f"{path}: leads to {item['url']!r}")
    return found


def main():
    found, pages = [], 0
    for path in sorted(pathlib.Path(sys.argv[1]).rglob("*")):
        if path.suffix == ".html":
            found += check_html(path, path.read_text())
            pages += 1
        elif path.suffix in (".xml", ".svg"):
            found += check_xml(path)
        elif path.name == "feed.json":
            found += check_json(path)
        if path.is_file() and not re.fullmatch(r"[A-Za-z0-9._-]+", path.name):
            found.append(f"{path}: an odd name")
    print("\n".join(map(str, found + [f"{pages} pages"])))
    return 1 if found or not pages else 0


if __name__ == "__main__":
    sys.exit(main())
