"""table.py RESULTS DOCUMENT SERVER...: prints capability x server and puts it into the document.

The document keeps the table between two marks; the same results give the same text. Exit status 1 if anything fails.
"""

import re
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

BEGIN, END = "<!-- begin of what compat/run writes -->", "<!-- end of what compat/run writes -->"
COUNTS = "<!-- begin of what compat/requests.py counts -->", "<!-- end of what compat/requests.py counts -->"

# What Outlook CalDav Synchronizer sends, by what is known of it: one listing (its ETags, for calendars by a query), a multiget for each
# hundred that it reads, one PUT for each that it writes, and before that the multiget of those that it changes.
PEER = {
    "1,000 new in Outlook": 1 + 1000,
    "1,000 new on the server": 1 + 10,
    "nothing has changed": 1,
    "1 change on the server": 1 + 1,
    "1 change in Outlook": 1 + 1 + 1,
    "100 changes on the server": 1 + 1,
    "100 changes in Outlook": 1 + 1 + 100,
}


def words(name):
    """listsTwice_afterDelete() -> lists twice after delete"""
    name = re.sub(r"\(.*\)|\{.*\}", "", name).replace("_", " ")
    return re.sub(r"(?<=[A-Za-z0-9])([A-Z])", lambda found: " " + found.group(1).lower(), name).strip()


def of_tests(folder):
    results = {}
    for report in sorted(folder.glob("TEST-*.xml")):
        for case in xml.parse(report).getroot().iter("testcase"):
            group = re.sub(r"\(.*\)", "", case.get("classname")).rsplit(".", 1)[-1]
            group = re.sub(r"CompatIT\$?", " ", group)
            failed = any(case.find(kind) is not None for kind in ("failure", "error"))
            skipped = case.find("skipped") is not None
            results[(words(group), words(case.get("name")))] = "no" if failed else "-" if skipped else "yes"
    return results


def of_command_line(folder):
    file = folder / "command-line.tsv"
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    for line in lines:
        capability, result = line.split("\t", 1)
        yield ("command line", capability), result if result in ("yes", "-") else "no"


def of_requests(folder):
    file = folder / "requests.tsv"
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return {line.split("\t")[0]: line.split("\t")[1:] for line in lines}


def counted(folders, titles):
    counts = [of_requests(folder) for folder in folders]
    runs = list(dict.fromkeys(run for count in counts for run in count))
    lines = ["| | " + " | ".join(titles) + " | CalDav Synchronizer |", "|---" * (len(titles) + 2) + "|"]
    for run in runs:
        cells = ["{} ({})".format(*count[run]) if run in count else "-" for count in counts]
        lines.append(f"| {run} | " + " | ".join(cells) + f" | {format(PEER[run], ',') if run in PEER else '-'} |")
    return "\n".join(lines)


def between(text, marks, table):
    head, rest = text.split(marks[0], 1)
    return f"{head}{marks[0]}\n{table}\n{marks[1]}{rest.split(marks[1], 1)[1]}"


def main(results, document, servers):
    titles, columns = [], []
    for server in servers:
        folder = Path(results) / server
        version = folder / "version"
        titles.append(version.read_text(encoding="utf-8").strip() if version.exists() else server)
        columns.append({**of_tests(folder), **dict(of_command_line(folder))})
    rows = sorted(set().union(*columns))
    lines = ["| | " + " | ".join(titles) + " |", "|---" * (len(titles) + 1) + "|"]
    group = None
    for row in rows:
        if row[0] != group:
            group = row[0]
            lines.append(f"| **{group}** |" + " |" * len(titles))
        cells = [column.get(row, "no") for column in columns]
        lines.append(f"| {row[1]} | " + " | ".join("**no**" if cell == "no" else cell for cell in cells) + " |")
    table = "\n".join(lines)
    print(table)
    document = Path(document)
    if servers == ["radicale", "xandikos", "sogo"]:
        text = between(document.read_text(encoding="utf-8"), (BEGIN, END), table)
        text = between(text, COUNTS, counted([Path(results) / s for s in servers], titles))
        document.write_text(text, encoding="utf-8")
    return 0 if rows and all(column.get(row, "no") != "no" for column in columns for row in rows) else 1


sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
