"""round-trip.py TANDEM SERVER WORK [SAMPLE...]: every sample data file to a server and back, item by item, field by field.

SERVER is radicale, xandikos or sogo (a script in compat/servers). For each data file a server is started afresh; "tandem copy"
brings all that is in the file to collections of one user, and from there into a new data file. What "tandem items --json"
says of both files is compared field by field. A difference is explained by a numbered reason below, or it is a fault.

Prints the table for docs/roundtrip.md, then each difference that is not explained. Exit status 1 if there is one.
"""

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

here = Path(__file__).resolve().parent
tandem, server, work = Path(sys.argv[1]).resolve(), sys.argv[2], Path(sys.argv[3]).resolve()
folder = here.parent / "stores/pst/src/test/resources/samples"
samples = [Path(s).resolve() for s in sys.argv[4:]] or sorted(folder.glob("*/*.pst"))

KINDS = {"appointment": "appointments", "task": "tasks", "contact": "contacts", "list": "lists"}

# What comes back differently, and why. The number is what the table shows.
REASONS = {}


def reason(number, text):
    def register(matches):
        REASONS[number] = (text, matches)
        return matches
    return register


def run(*command, may_fail=False, **options):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, **options)
    if done.returncode and not may_fail:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return done.stdout


def items(file, home):
    return [json.loads(line) for line in run(tandem, "items", f"pst:{file}", "--home", home, "--json").splitlines()]


def there_and_back(sample):
    """The items of a data file, and those of the one that came back."""
    place = work / server / f"{sample.parent.name}-{sample.stem}"
    back, home, at = place / "back.pst", place / "home", place / "server"
    place.mkdir(parents=True)
    run(here / f"servers/{server}.sh", "start", at)
    try:
        url, user = (at / "url").read_text().strip(), (at / "user").read_text().strip()
        login = ("--user", user, "--password-file", at / "password", "--home", home)
        # one that cannot be read or carried is in the report, and is missing in what comes back
        log = run(tandem, "copy", f"pst:{sample}", f"dav:{url}", *login, may_fail=True)
        log += run(tandem, "copy", f"dav:{url}", f"pst:{back}", *login, may_fail=True)
        (place / "copy.log").write_text(log)
        # SOGo shows its directory of users as an address book: nobody has copied that
        there = [json.loads(line) for line in run(tandem, "discover", url, *login, "--json").splitlines()]
        foreign = {c["name"] for c in there if not c["writable"]}
        returned = items(back, home) if back.exists() else []
        return items(sample, home), [i for i in returned if i["folder"] not in foreign]
    finally:
        run(here / f"servers/{server}.sh", "stop", at, may_fail=True)


def differences(left, right, path=""):
    """The places in which two values differ: path, left, right."""
    if isinstance(left, dict) and isinstance(right, dict):
        for name in sorted(left.keys() | right.keys()):
            yield from differences(left.get(name), right.get(name), f"{path}.{name}" if path else name)
    elif isinstance(left, list) and isinstance(right, list) and len(left) == len(right):
        for i, (a, b) in enumerate(zip(left, right)):
            yield from differences(a, b, f"{path}[{i}]")
    elif left != right:
        yield path, left, right


def explained(entry, path, left, right):
    for number, (_, matches) in REASONS.items():
        if matches(entry, path, left, right):
            return number
    return None


def title(entry):
    item = entry["item"]
    return item.get("subject") or item.get("full-name") or item.get("name") or item.get("file-as") or "(nothing)"


def pairs(lefts, rights):
    """Each item with its other self: by UID, which a server keeps, or by all that it holds."""
    rest = list(rights)
    for left in lefts:
        same = [r for r in rest if r["kind"] == left["kind"] and r["item"].get("uid") == left["item"].get("uid")]
        if not same:
            same = [r for r in rest if r["kind"] == left["kind"] and title(r) == title(left)]
        if same:
            rest.remove(same[0])
        yield left, same[0] if same else None
    for right in rest:
        yield None, right


@reason(1, "When an item was made and changed is what each side says of its own copy.")
def _(entry, path, left, right):
    return re.search(r"(^|\.)(created|modified)$", path)


@reason(2, "An item without an identity gets one on the server, and keeps it.")
def _(entry, path, left, right):
    return path == "uid" and left is None and right


@reason(3, "How Outlook shows a mail address (Email1DisplayName) has no place on a card. In a new item it is made of name and address, "
           "as Outlook does.")
def _(entry, path, left, right):
    return re.fullmatch(r"emails\.email[123]\.display-name", path)


@reason(4, "On which day weeks begin means nothing in a series of every week; an RRULE says it only where it counts.")
def _(entry, path, left, right):
    pattern = entry["item"].get("recurrence", {}).get("pattern", {})
    return path == "recurrence.first-day-of-week" and pattern.get("type") == "weekly" and pattern.get("interval", 1) == 1


@reason(5, "An all-day appointment has dates and no zone; in a new item it is the user's own.")
def _(entry, path, left, right):
    return re.fullmatch(r"timing\.(start|end)-zone", path) and entry["item"]["timing"].get("all-day")


@reason(6, "Outlook knows two states of somebody who has not answered (none, not responded), iCalendar one (NEEDS-ACTION).")
def _(entry, path, left, right):
    return re.search(r"(^|\.)attendees\[\d+\]\.response$", path) and {left, right} <= {None, "none", "not-responded"}


@reason(7, "The end of a series by date is that of its last occurrence (UNTIL); the days behind it have none.")
def _(entry, path, left, right):
    return path == "recurrence.until" and left and right and right < left


@reason(8, "The country code of an address is derived by Outlook, from the country. It is read from cards (CC, RFC 8605) and not written.")
def _(entry, path, left, right):
    return re.fullmatch(r"addresses\.\w+\.country-code", path) and right is None


@reason(9, "Attributes in formatted texts come back in single quotes: SOGo drops double ones.")
def _(entry, path, left, right):
    return path.endswith(".html") and left and right and left.replace('"', "'") == right.replace('"', "'")


rows, faults, used = [], [], Counter()
for sample in samples:
    lefts, rights = there_and_back(sample)
    count, equal, reasons, unexplained = Counter(), Counter(), {}, Counter()
    for left, right in pairs(lefts, rights):
        entry = left or right
        kind = entry["kind"]
        if left is None or right is None:
            count[kind] += left is not None
            unexplained[kind] += 1
            faults.append((sample, kind, title(entry), "only " + ("in the sample" if left else "in what came back"), "", ""))
            continue
        count[kind] += 1
        found = list(differences(left["item"], right["item"]))
        numbers = [(explained(left, *d), d) for d in found]
        for number, d in numbers:
            if number is None:
                unexplained[kind] += 1
                faults.append((sample, kind, title(left), *d))
            else:
                reasons.setdefault(kind, Counter())[number] += 1
                used[number] += 1
        equal[kind] += all(number is not None for number, _ in numbers)
    for kind in KINDS:
        if count[kind] or unexplained[kind]:
            why = ", ".join(f"{n} ({c})" for n, c in sorted(reasons.get(kind, {}).items()))
            rows.append((f"{sample.parent.name}/{sample.name}", KINDS[kind], count[kind], equal[kind], why, unexplained[kind]))
    if not lefts:
        rows.append((f"{sample.parent.name}/{sample.name}", "nothing", 0, 0, "", 0))

print("| Sample | Kind | Items | Same | Explained differences | Others |\n|---|---|---:|---:|---|---:|")
for row in rows:
    print("| " + " | ".join(map(str, row)) + " |")
print("\n" + "\n".join(f"{n}. {REASONS[n][0]}" for n in sorted(used)))
if faults:
    print("\nNot explained:")
    for sample, kind, name, path, left, right in faults:
        def shown(value):
            return json.dumps(value, ensure_ascii=False)[:300]
        print(f"- {sample.name}: {kind} {name!r}: {path}: {shown(left)} -> {shown(right)}")
sys.exit(1 if faults else 0)
