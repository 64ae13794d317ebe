"""collections.py TANDEM SAMPLE SERVER_FOLDER WORK [RESULTS]: collections as such, and what planning a meeting takes.

Each check goes through the command line. Prints one line a check: "yes", "no" or "-" (the server has no such thing, and
Tandem says so), a tab, what was checked. Exit status 1 if one is no.
"""

import json
import shutil
import sys
import urllib.parse
from pathlib import Path

from suite import Suite

tandem, sample, server, folder = sys.argv[1:5]
sample = Path(sample).resolve()
Path(folder).mkdir(parents=True, exist_ok=True)
suite = Suite(tandem, server, folder, *sys.argv[5:6])
work, check, run = suite.work, suite.check, suite.tried


def lines(*arguments):
    status, out, err = run(*arguments, "--json")
    try:
        return status, [json.loads(line) for line in out.splitlines()], err
    except ValueError:
        return 99, [], out + err


def offers():
    return {o["name"]: o for o in lines("discover", "--account", "a")[1]}


def put(address, body):
    suite.ask("PUT", address, body.replace("\n", "\r\n"), Content_Type="text/calendar; charset=utf-8")


def event(uid, day, *more):
    text = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", "BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20260101T000000Z",
            f"DTSTART:202603{day:02}T090000Z", f"DTEND:202603{day:02}T103000Z", "SUMMARY:Busy", *more, "END:VEVENT", "END:VCALENDAR", ""]
    return "\n".join(text)


def configure(more=""):
    suite.apply(suite.account() + more)


configure()

# ---- collections
status, made, err = lines("collections", "create", "Büro & Co", "--account", "a", "--color", "#E7A1A2", "--path", "t-team")
there = offers().get("Büro & Co", {})
check("makes a calendar with name, colour and path",
      status == 0 and there.get("color") == "#E7A1A2" and "events" in there["kind"] and there["url"].endswith("/t-team/"), f"{made} {err} {there}")
status, made, err = lines("collections", "create", "Errands", "--account", "a", "--kind", "tasks")
there = offers().get("Errands", {})
only = there.get("kind") == ["tasks"]
check("makes a task list", status == 0 and "tasks" in there.get("kind", []) and (only or "It takes events, tasks" in err), f"{made} {err}")
check("a task list takes tasks only", True if only else None)
status, made, err = lines("collections", "create", "Customers", "--account", "a", "--kind", "contacts", "--color", "blue")
there = offers().get("Customers", {})
check("makes an address book with a name", there.get("kind") == ["contacts"], f"{made} {err}")
told = status == 1 and "has not taken the colour" in err
check("address books have colours", True if status == 0 and there.get("color") == "#9DB7E8" else None if told else False, f"{made} {err}")
status, made, err = lines("collections", "create", "büro & CO", "--account", "a")
check("does not make one of the same name again", status == 2 and "already" in err and len(offers()) == len({o["url"] for o in offers().values()}), err)
status, _, err = run("collections", "create", "Other", "--account", "a", "--path", "t-team")
check("says that a path is taken", status == 2 and "already" in err, err)
status, _, err = lines("collections", "rename", "Büro & Co", "Team <1>", "--account", "a")
check("renames", status == 0 and "Team <1>" in offers() and "Büro & Co" not in offers(), err)
status, _, err = lines("collections", "rename", "Customers", "Clients", "--account", "a")
check("renames an address book", status == 0 and "Clients" in offers(), err)
status, _, err = lines("collections", "recolor", "Team <1>", "dark-green", "--account", "a")
check("recolors", status == 0 and offers()["Team <1>"]["color"] == "#368F2B", err)
team = offers()["Team <1>"]["url"]
path = urllib.parse.urlparse(team).path
shutil.copy(sample, work / "outlook.pst")
configure('[[profiles]]\nname = "w"\noutlook = { pst = "outlook.pst", folder = "Calendar" }\nfamily = "events"\n'
          f'server = {{ account = "a", collection = "{path}" }}\ncategories = {{ only = ["Office"] }}\n')
status, taken, err = lines("colors", "w", "--from", "server")
check("a category of Outlook takes the calendar's colour", status == 0 and taken[0]["category-color"] == "dark-green", err)
lines("collections", "recolor", path, "yellow", "--account", "a")
status, given, err = lines("colors", "w", "--from", "outlook")
check("a calendar takes the category's colour", status == 0 and offers()["Team <1>"]["color"] == "#368F2B", f"{given} {err}")
put(team + "1.ics", event("busy-1", 3))
put(team + "2.ics", event("busy-2", 4, "STATUS:TENTATIVE"))
status, _, err = run("collections", "delete", "Team <1>", "--account", "a", "--yes")
check("does not delete what a profile uses", status == 2 and "'w' keeps" in err and "Team <1>" in offers(), err)
configure()
status, _, err = run("collections", "delete", "Team <1>", "--account", "a")
check("does not delete unasked", status == 2 and "2 items" in err and "Team <1>" in offers(), err)

# ---- who is free when
MARCH = ("--from", "2026-03-01", "--to", "2026-03-31")
status, told, err = lines("free-busy", "--calendar", "Team <1>", "--account", "a", *MARCH)
unable = bool(told) and status == 1 and not told[0]["known"]
times = [b["from"] for b in told[0]["busy"]] if told else []
check("tells the times of a calendar (free-busy-query)",
      None if unable else status == 0 and times == ["2026-03-03T09:00:00Z", "2026-03-04T09:00:00Z"], f"{told} {err}")
status, told, err = lines("free-busy", "--account", "a", *MARCH)
unable = status == 2 and ("passes no questions on" in err or "does not say which mail address is yours" in err)
times = [b["from"] for b in told[0]["busy"]] if told else []
check("tells my own times (outbox)", None if unable else status == 0 and times == ["2026-03-03T09:00:00Z", "2026-03-04T09:00:00Z"],
      f"{told} {err}")
status, told, err = lines("free-busy", "bob@example.org", "nobody@example.org", "--account", "a", *MARCH)
check("tells whom the server does not know",
      None if unable else status == 1 and [t["known"] for t in told] == [True, False] and "3.7" in told[1]["problem"], f"{told} {err}")
status, found, err = lines("people", "blue", "--account", "a")
unable = (status == 2 and "has no search for people" in err) or (status == 0 and not found)
check("finds people and rooms by name", None if unable else status == 0 and "blue@example.org" in found[0]["addresses"], f"{found} {err}")
status, found, err = lines("rooms", "--account", "a")
unable = (status == 2 and "has no search for people" in err) or (status == 0 and not found)
check("tells rooms from people", None if unable else status == 0, f"{found} {err}")

# ---- the end
for name in ("Team <1>", "Errands", "Clients"):
    status, gone, err = lines("collections", "delete", name, "--account", "a", "--yes")
    check(f"deletes {'a calendar with items' if name == 'Team <1>' else 'a task list' if name == 'Errands' else 'an address book'}",
          status == 0 and gone[0]["items"] == (2 if name == "Team <1>" else 0) and name not in offers(), f"{gone} {err}")
sys.exit(1 if suite.failed else 0)
