#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Make a journal of N entries, the same bytes every time.

    generate.py N FORMAT DIR

FORMAT is one of
    log      one 100-days log, DIR/log.md
    journal  a work tree of hecto: DIR/log/YYYY/YYYY-MM-DD.md
    hugo     DIR/content/log/YYYY-MM-DD.md, with a site around it
    eleventy DIR/log/YYYY-MM-DD.md, likewise
    mail     one message a file for notmuch: DIR/mail/cur/…

Entries have the daily sections, lists, some tables and code, about 1,400 bytes
in the mean.  Words follow Zipf's law over a vocabulary of which the head is
what such logs speak of and the tail is made up; `lambda` is in most entries,
`quorum` in one of sixty.
"""
import datetime
import pathlib
import random
import sys

SUBJECTS = """lambda dynamodb s3 sqs sns kinesis iam ec2 vpc cognito python
docker terraform cloudformation codebuild codedeploy cloudwatch rds aurora
kubernetes route53 cloudfront elasticache stepfunctions linux bash git sql
react javascript""".split()
HEAD = """the a to and of in is it for on with that how can i not be are as from
when one more by into has function table queue key value stream event role
policy request response cache index query write read time limit default data
service client server message topic bucket object version deploy build test
error retry timeout memory course video exam question practice project game
loop class list section finished watched started learned worked tried fixed
broke understood still tomorrow today again first second then because""".split()
SYLLABLES = """ba be bi bo da de di do fa fe ka ke ko la le li lo ma me mi mo na
ne no ra re ri ro sa se si so ta te ti to va ve""".split()


def vocabulary(rng):
    words = HEAD + SUBJECTS
    while len(words) < 20000:
        words.append("".join(rng.choice(SYLLABLES)
                             for _ in range(rng.randint(2, 4))))
    return words


class Writer:
    def __init__(self):
        self.rng = random.Random(42)
        self.words = vocabulary(self.rng)
        total = 0
        self.cumulative = [total := total + 1 / (rank + 4)
                           for rank in range(len(self.words))]

    def sentence(self, subject=None):
        n = self.rng.randint(6, 16)
        words = self.rng.choices(self.words, cum_weights=self.cumulative, k=n)
        if subject:
            words[self.rng.randrange(n)] = subject
        return " ".join(words).capitalize()

    def learned(self, subjects):
        for _ in range(self.rng.randint(5, 12)):
            yield "- " + self.sentence(self.rng.choice(subjects))
            for _ in range(self.rng.choice((0, 0, 0, 1, 2))):
                yield "  - " + self.sentence()
        yield ""

    def extras(self, subjects):
        rng = self.rng
        if rng.random() < 0.10:
            yield "| what | limit |\n|---|---|"
            for _ in range(4):
                yield f"| {self.sentence()[:30]} | {rng.randint(1, 900)} s |"
            yield ""
        if rng.random() < 0.15:
            yield ("```python\n"
                   f"def handler(event, context):  # {rng.choice(subjects)}\n"
                   f"    return {rng.randint(0, 999)}\n```\n")

    def body(self):
        rng = self.rng
        subjects = rng.sample(SUBJECTS, 3)
        if rng.random() < 0.6:
            subjects[0] = "lambda"
        if rng.random() < 1 / 60:
            subjects[1] = "quorum"
        thoughts = ". ".join(self.sentence() for _ in range(rng.randint(1, 4)))
        lines = [f"**Today's Progress**: {self.sentence(subjects[0])}.", "",
                 "**What I learned**:",
                 *self.learned(subjects),
                 *self.extras(subjects),
                 f"**Thoughts**: {thoughts}.", "",
                 f"**Link to work**: <https://example.org/{rng.randint(1, 10 ** 6)}>",
                 ""]
        return "\n".join(lines), subjects


def entries(n):
    """(day number, date, body, subjects), oldest first; the last is fixed."""
    rng = random.Random(7)
    days = []
    day = datetime.date(2026, 5, 9)
    while len(days) < n:
        days.append(day)
        day -= datetime.timedelta(days=2 if rng.random() < 0.1 else 1)
    writer = Writer()
    for number, day in enumerate(reversed(days), 1):
        body, subjects = writer.body()
        yield number, day, body, subjects


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def title(day):
    return f"{day:%B} {day.day}, {day.year}"


def write_log(n, folder):
    parts = ["# 100 Days of Code: log\n"]
    for number, day, body, _ in entries(n):
        parts.append(f"### Day {number}: {title(day)}\n\n{body}")
    write(folder / "log.md", "\n".join(parts))


def write_journal(n, folder):
    for number, day, body, subjects in entries(n):
        write(folder / f"log/{day.year:04}/{day}.md",
              f"---\ndate: {day}\nday: {number}\ntags: [{subjects[2]}]\n"
              f"---\n{body}")


def write_pages(n, folder):
    for number, day, body, subjects in entries(n):
        write(folder / f"{day}.md",
              f'---\ntitle: "Day {number}: {title(day)}"\ndate: {day}\n'
              f"tags: [{', '.join(sorted(set(subjects)))}]\n---\n{body}")


def write_hugo(n, folder):
    write_pages(n, folder / "content/log")


def write_eleventy(n, folder):
    write_pages(n, folder / "log")


def write_mail(n, folder):
    for name in ("cur", "new", "tmp"):
        (folder / "mail" / name).mkdir(parents=True, exist_ok=True)
    for number, day, body, _ in entries(n):
        write(folder / f"mail/cur/{day}:2,S",
              "From: Learner <learner@example.org>\nTo: log@example.org\n"
              f"Subject: Day {number}: {title(day)}\n"
              f"Message-ID: <{day}@example.org>\n"
              f"Date: {day:%a, %d %b %Y} 20:00:00 +0000\n"
              f"Content-Type: text/plain; charset=utf-8\n\n{body}")


def main():
    formats = {"log": write_log, "journal": write_journal,
               "hugo": write_hugo, "eleventy": write_eleventy, "mail": write_mail}
    if len(sys.argv) != 4 or sys.argv[2] not in formats:
        sys.exit(__doc__)
    formats[sys.argv[2]](int(sys.argv[1]), pathlib.Path(sys.argv[3]))


main()
