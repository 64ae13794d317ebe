"""requests.py TANDEM SAMPLE SERVER_FOLDER WORK CHECKS COUNTS: a thousand events in step, and the requests that each run takes.

Tandem goes through a proxy of ours that counts. As in two-way.py a directory stands for what a person does in Outlook:
"hand" keeps it in step with the data file, "phone" keeps the data file in step with the server, "other" does so with a
second data file. Appends what was checked to CHECKS ("what<TAB>yes|no") and the figures to COUNTS ("run<TAB>requests").
"""

import base64
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import urllib.parse
import urllib.request
from pathlib import Path

import between

tandem, sample, server, work = (Path(p).resolve() for p in sys.argv[1:5])
checks, counts = (open(p, "a", encoding="utf-8") for p in sys.argv[5:7])
user, password, root = ((server / name).read_text().strip() for name in ("user", "password", "url"))
backend = urllib.parse.urlsplit(root)
MANY, SOME = 1000, 100
failed = 0
seen = []


def noted(method, _, body):
    kind = re.search(rb"<\w+:(sync-collection|[a-z]+-multiget|[a-z]+-query)\b", body)
    seen.append(method + (" " + kind.group(1).decode() if kind else ""))


front = between.serve(root, noted)


def check(what, good, else_show=""):
    global failed
    failed += not good
    print(f"{'yes' if good else 'no'}\t{what}" + (f"\n{else_show}" if not good else ""), flush=True)
    checks.write(f"{what}\t{'yes' if good else 'no'}\n")
    checks.flush()


def run(*arguments):
    done = subprocess.run([tandem, *arguments, "--home", work / "home"], capture_output=True, text=True, cwd=work,
                          env={"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(work), "TANDEM_TEST_PASSWORD": password})
    if done.returncode:
        raise SystemExit(f"tandem {' '.join(map(str, arguments))} ended with {done.returncode}:\n{done.stdout[-3000:]}\n{done.stderr}")
    return done.stdout


def sync(profile):
    lines = [json.loads(line) for line in run("sync", profile, "--json").splitlines()]
    return next(line for line in lines if "status" in line)


def counted(what, profile="phone"):
    """Runs a profile and notes how many requests that took."""
    seen.clear()
    result = sync(profile)
    by_kind = {kind: seen.count(kind) for kind in sorted(set(seen))}
    print(f"    {what}: {len(seen)} {by_kind}", flush=True)
    counts.write(f"{what}\t{len(seen)}\t{', '.join(f'{n} {k}' for k, n in by_kind.items())}\n")
    counts.flush()
    return result


def ask(method, path, body=None, kind="text/calendar; charset=utf-8", **headers):
    request = urllib.request.Request(f"{backend.scheme}://{backend.netloc}{path}", body.encode() if body else None, method=method)
    request.add_header("Authorization", "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode())
    if body:
        request.add_header("Content-Type", kind)
    for name, value in headers.items():
        request.add_header(name, value)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request, timeout=300) as answer:
        return answer.read().decode("utf-8", "replace")


def members(collection):
    listing = ask("PROPFIND", collection,
                  '<?xml version="1.0"?><propfind xmlns="DAV:"><prop><getetag/></prop></propfind>',
                  "application/xml; charset=utf-8", Depth="1")
    return sorted(p for p in re.findall(r"<(?:\w+:)?href>([^<]+)</", listing) if not p.endswith("/"))


def calendar():
    found = [json.loads(line) for line in
             run("discover", root, "--json", "--user", user, "--password-env", "TANDEM_TEST_PASSWORD").splitlines()]
    fit = [c["url"] for c in found if "events" in c["kind"] and c["writable"]]
    if fit:
        return urllib.parse.urlsplit(fit[0]).path
    path = f"{backend.path.rstrip('/')}/{user}/calendar/"
    ask("MKCALENDAR", path)
    return path


def event(number, title):
    return (f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//by hand//EN\nBEGIN:VEVENT\nUID:event-{number:04}@hand\n"
            f"DTSTAMP:20260301T080000Z\nSUMMARY:{title} {number}\nDTSTART:202603{1 + number % 28:02}T090000Z\n"
            f"DTEND:202603{1 + number % 28:02}T100000Z\nEND:VEVENT\nEND:VCALENDAR\n").replace("\n", "\r\n")


def profile(name, file, target):
    return f'[[profiles]]\nname = "{name}"\noutlook = {{ pst = "{file}", folder = "Calendar" }}\nserver = {target}\n'


def files(where):
    """Each file of a directory by a word of its text."""
    return [f for f in (work / where).rglob("*.ics")]


def lines_of(texts, word):
    return sum(word in text for text in texts)


work.mkdir(parents=True, exist_ok=True)
for name in ("outlook.pst", "other.pst"):
    shutil.copy(sample, work / name)
for name in ("hand", "mirror"):
    (work / name).mkdir()
place = calendar()
there = f'{{ account = "server", collection = "{place}" }}'
(work / "tandem.toml").write_text(
    f'[accounts.server]\nurl = "{front}{backend.path}"\nuser = "{user}"\npassword = {{ env = "TANDEM_TEST_PASSWORD" }}\n'
    + profile("hand", "outlook.pst", '{ folder = "hand" }') + profile("phone", "outlook.pst", there)
    + profile("other", "other.pst", there) + profile("mirror", "other.pst", '{ folder = "mirror" }'))
run("apply", "-f", work / "tandem.toml")

# both data files and the server begin in step, with what the sample has
for name in ("hand", "phone", "other", "mirror"):
    sync(name)
before = len(members(place))

for i in range(MANY):
    (work / "hand" / f"{i:04}.ics").write_bytes(event(i, "First").encode())
sync("hand")
counted("1,000 new in Outlook")
check("a thousand events made in Outlook are on the server", len(members(place)) == before + MANY, str(len(members(place))))
counted("1,000 new on the server", "other")
sync("mirror")
check("and in another Outlook", lines_of([f.read_text() for f in files("mirror")], "SUMMARY:First") == MANY)
sync("phone")
counted("nothing has changed")


def on_server(paths, title):
    for path in paths:
        text = ask("GET", path)
        ask("PUT", path, re.sub(r"SUMMARY:\w+", f"SUMMARY:{title}", text, count=1))


def in_outlook(some, title):
    for file in some:
        text = file.read_bytes().decode()
        file.write_bytes(re.sub(r"SUMMARY:\w+", f"SUMMARY:{title}", text, count=1).encode())
    sync("hand")


ours = [p for p in members(place) if "event-" in urllib.parse.unquote(p)]
mine = sorted(f for f in files("hand") if "UID:event-" in f.read_text())
on = {re.search(r"event-\d{4}", urllib.parse.unquote(p)).group(): p for p in ours}
for how_many, change in ((1, "1 change"), (SOME, "100 changes")):
    on_server(ours[:how_many], f"Server{how_many}")
    counted(f"{change} on the server")
    sync("hand")
    check(f"{change} on the server in Outlook too",
          lines_of([f.read_text() for f in files("hand")], f"SUMMARY:Server{how_many} ") == how_many)
    in_outlook(mine[-how_many:], f"Outlook{how_many}")
    counted(f"{change} in Outlook")
    changed = [on[re.search(r"event-\d{4}", f.read_text()).group()] for f in mine[-how_many:]]
    check(f"{change} in Outlook on the server too",
          lines_of([ask("GET", path) for path in changed], f"SUMMARY:Outlook{how_many} ") == how_many)

# the server does not know the token any more
sync("phone")
database = sqlite3.connect(work / "home" / "tandem.db")
for ledger, token in database.execute("select id, right_checkpoint from ledger where right_checkpoint like 'sync-token %'").fetchall():
    day = token.split(" ")[1]
    lost = f"sync-token {day} http://example.org/lost/1" if "http" in token else f"sync-token {day} 12345678"
    database.execute("update ledger set right_checkpoint = ? where id = ?", (lost, ledger))
database.commit()
database.close()
result = counted("the server has forgotten its tokens")
quiet = not any(result[k][side] for k in ("created", "updated", "deleted") for side in ("outlook", "server"))
check("a token that the server has forgotten changes nothing", quiet and result["status"] == "done", result)
check("and nothing is lost", len(members(place)) == before + MANY and sync("phone")["links"] >= MANY)

# half of them deleted on the server
for path in ours[:MANY // 2]:
    ask("DELETE", path)
held = subprocess.run([tandem, "sync", "phone", "--json", "--home", work / "home"], capture_output=True, text=True, cwd=work,
                      env={"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(work), "TANDEM_TEST_PASSWORD": password})
summary = next(json.loads(line) for line in held.stdout.splitlines() if '"status"' in line)
check("five hundred deletions are held until somebody agrees", summary["deleted"]["outlook"] == 0 and summary["held"] >= MANY // 2, summary)
sys.exit(1 if failed else 0)
