# SPDX-License-Identifier: MIT
"""A journal of random documents in which each line has a word of its own.

    random_journal.py make SEED DIR WORDS    write DIR/log, notes, plans
    random_journal.py look WORDS SITE        print private words that show

WORDS gets a line for each private word: the word, and what kind of line it
stands in.
"""
import html
import os
import random
import sys
import urllib.parse

TOPICS = ["SNS", "SQS", "Lambda", "DynamoDB", "EC2", "S3", "Kinesis", "VPC"]
LINES = {
    "item": "{i}- {w} on {t}",
    "deep item": "    - {w} on {t}",
    "number": "{i}1. {w} on {t} keeps {n} messages",
    "text": "{w} on {t} is a service",
    "heading": "{h} {w} on {t}",
    "question": "{i}- Q: {w}, what is {t}?",
    "asked": "{i}- How does {w} use {t}?",
    "todo": "{i}- [ ] {w} on {t}",
    "hole": "{i}- To review: {w} on {t}",
    "quote": "> {w} on {t}",
    "row": "| {w} | {t} |",
    "code": "    {w} {t}",
    "link": "[{w}](https://example.org/{w}) on {t}",
    "wiki": "- [[{w}]] on {t}",
    "term": "**{w}**: {t}",
    "service": "- {w} Engine",
}
MARKS = ["<!-- private -->"] * 4 + [
    "<!-- Private: not for all -->", "<!--private-->", "<!-- begin private -->"]
PLAIN = ["", "", "", "```", "## Questions", "**What I learned**:",
         "| a | b |\n|---|---|", "---", "## Services", "> quoted"]


class Journal:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.count = 0
        self.private = {}

    def word(self, kind):
        """One that is told by its digits, whatever becomes of its case."""
        self.count += 1
        word = "zq%05dx%03d" % (self.count, self.random.randrange(1000))
        if kind:
            self.private[word] = kind
        return word

    def line(self, private):
        r = self.random
        kind = r.choice(list(LINES))
        return LINES[kind].format(
            w=self.word(kind if private else None), t=r.choice(TOPICS),
            i="  " * r.randrange(3), h="#" * r.randint(1, 4),
            n=r.randrange(1000))

    def front(self, is_entry, number):
        r = self.random
        if not is_entry and r.random() < 0.3:
            return []
        out = ["---"]
        if is_entry:
            out.append("date: 2026-%02d-%02d" % (1 + number // 28,
                                                 1 + number % 28))
        for _ in range(r.randrange(3)):
            word = self.word("front matter")
            out += r.choice([
                ["mood: %s # %s" % (word, r.choice(MARKS))],
                ["weather: # <!-- private -->", "  - " + word],
                ["# <!-- private -->", "who: " + word,
                 "# <!-- /private -->"]])
        if r.random() < 0.3:
            out.append("tags: [random, public]")
        return out + ["---"]

    def body(self):
        r, out, depth = self.random, [], 0
        for _ in range(r.randint(5, 40)):
            chance = r.random()
            if chance < 0.07:
                out.append(r.choice(MARKS))
                depth += 1
            elif depth and chance < 0.25:
                out.append("<!-- /private -->")
                depth -= 1
            elif chance < 0.4:
                out.append(r.choice(PLAIN))
            elif chance < 0.6:
                out.append(self.line(True) + " " + r.choice(MARKS))
                if r.random() < 0.1:
                    out.append("======")
            else:
                out.append(self.line(depth > 0))
            if r.random() < 0.3:
                out.append("")
        return out + ["<!-- /private -->"] * depth

    def whole(self):
        """A document of which all is private, said in one of many ways."""
        said = self.random.choice([
            "---\nPrivate: yes\n---", "---\npublish: no\n---",
            "---\nprivate:\n---", "---\ndraft: true\nprivate: false\n---",
            "\n---\nprivate: true\n---", "+++\nprivate = true\n+++"])
        return said.split("\n") + [self.line(True) for _ in range(8)]

    def write(self, folder):
        r = self.random
        for i in range(40):
            kind = r.choice(["log", "notes", "notes", "plans"])
            end = r.choice(["\n", "\n", "\n", "\r\n"])
            name = {"log": "log/2026/2026-%02d-%02d" % (1 + i // 28,
                                                        1 + i % 28),
                    "notes": "notes/n%d" % i, "plans": "plans/p%d" % i}[kind]
            lines = (self.whole() if r.random() < 0.1 else
                     self.front(kind == "log", i) + self.body())
            path = os.path.join(folder, name + ".md")
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", newline="") as f:
                f.write(end.join(lines) + end)


def make(seed, folder, words):
    journal = Journal(int(seed))
    journal.write(folder)
    with open(words, "w") as f:
        for word, kind in journal.private.items():
            print(word, kind, file=f)


def look(words, site):
    private = dict(line.rstrip("\n").split(" ", 1) for line in open(words))
    for folder, _, files in os.walk(site):
        for name in files:
            path = os.path.join(folder, name)
            text = open(path, "rb").read().decode("latin-1").lower()
            shown = "\n".join([path.lower(), text, html.unescape(text),
                               urllib.parse.unquote(text)])
            for word, kind in private.items():
                if word in shown or word[:7] in shown:
                    print("%s (%s) is in %s" % (word, kind, path))


if __name__ == "__main__":
    {"make": make, "look": look}[sys.argv[1]](*sys.argv[2:])
