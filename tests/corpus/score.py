#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Score the 100-days reader by entry against logs that were read by hand.

usage: score.py READER [FOLDER]

READER FILE... prints what it understood, one JSON object a file, in the form
of `hecto import --dry-run --json`.  FOLDER holds 100days/ and
truth_entries.jsonl (default: $HECTO_SHARED/corpus).  Entries are matched by
file and line.  An entry that has a date in truth and none here, and is flagged
year-unknown, counts as neither right nor wrong.
"""

import collections
import json
import os
import subprocess
import sys


def truth_of(folder):
    truth = collections.defaultdict(dict)
    with open(os.path.join(folder, "truth_entries.jsonl")) as lines:
        for line in lines:
            entry = json.loads(line)
            truth[entry["file"]][entry["line"]] = entry
    return truth


def read(reader, folder, name):
    path = os.path.join(folder, name)
    run = subprocess.run([reader, path], capture_output=True, check=False)
    if run.stderr:
        print(run.stderr.decode(errors="replace").strip())
    return {e["line"]: e for e in json.loads(run.stdout)["entries"]}


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    shared = os.environ.get("HECTO_SHARED", "../shared")
    folder = sys.argv[2] if len(sys.argv) > 2 else shared + "/corpus"
    if not os.path.isdir(folder):
        sys.exit("there is no corpus at '%s'" % folder)
    found = given = both = days = dates = judged = perfect = 0
    truth = truth_of(folder)
    for name in sorted(truth):
        expected, actual = truth[name], read(sys.argv[1], folder, name)
        problems = []
        found += len(actual)
        given += len(expected)
        for line in sorted(expected.keys() | actual.keys()):
            e, a = expected.get(line), actual.get(line)
            if not a:
                problems.append("line %d missed: %s" % (line, e["header"]))
                continue
            if not e:
                problems.append("line %d invented: %s" %
                                (line, a["heading"][:90]))
                continue
            both += 1
            if e["days"] == a["days"]:
                days += 1
            else:
                problems.append("line %d days %s, not %s: %s" % (
                    line, a["days"], e["days"], e["header"]))
            if (e["dates"] and not a["dates"] and
                    "year-unknown" in a["flags"]):
                continue
            judged += 1
            if e["dates"] == a["dates"]:
                dates += 1
            else:
                problems.append("line %d dates %s, not %s: %s" % (
                    line, a["dates"], e["dates"], e["header"]))
        perfect += not problems
        if problems:
            print("%s: %d problems" % (name, len(problems)))
            for problem in problems[:6]:
                print("  " + problem[:200])
    precision, recall = both / found, both / given
    print("entries  %d found, %d in truth" % (found, given))
    print("precision %.4f  recall %.4f  F1 %.4f" % (
        precision, recall, 2 * precision * recall / (precision + recall)))
    print("days  %.4f  dates  %.4f (of %d judged)" % (
        days / both, dates / judged, judged))
    print("logs read perfectly  %d of %d" % (perfect, len(truth)))


main()
