"""two-way.py TANDEM SAMPLE SERVER_FOLDER WORK [RESULTS [desktop]]: an Outlook data file and a server in step, both ways.

SAMPLE is the data file dist-list.pst. Two profiles share each of its folders: "hand" keeps the file in step with a
directory, and whatever is written into that directory stands for what a person does in Outlook; "phone" keeps the file
in step with the server, where changes are made by plain HTTP. With "desktop" the profiles name folders of Outlook on the
desktop, and TANDEM is one whose Outlook has its items in the data file (DesktopOnFile). Foreign programs (readpst, pffexport) then say what is in
the data file. Prints one line a check: "yes" or "no", a tab, what was checked. Exit status 1 if one is no.
"""

import base64
import json
import re
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path

tandem, sample, server, work = (Path(p).resolve() for p in sys.argv[1:5])
results = open(sys.argv[5], "a", encoding="utf-8") if len(sys.argv) > 5 else None
user, password, root = ((server / name).read_text().strip() for name in ("user", "password", "url"))
desktop = sys.argv[6:] == ["desktop"]
outlook = work / "outlook.pst"
failed = 0


def check(what, good, else_show=""):
    global failed
    failed += not good
    what = f"Outlook on the desktop: {what}" if desktop else what
    print(f"{'yes' if good else 'no'}\t{what}" + (f"\n{else_show}" if not good else ""), flush=True)
    if results:
        results.write(f"{what}\t{'yes' if good else 'no'}\n")


def run(*arguments, may_fail=False):
    done = subprocess.run([tandem, *arguments, "--home", work / "home"], capture_output=True, text=True, cwd=work,
                          env={"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(work), "TANDEM_TEST_PASSWORD": password})
    if done.returncode and not may_fail:
        raise SystemExit(f"tandem {' '.join(map(str, arguments))} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
    return done.stdout


def sync(*profiles):
    """The figures of the summary of each profile, by profile."""
    lines = [json.loads(line) for line in run("sync", *profiles, "--json").splitlines()]
    return {line["profile"]: line for line in lines if "status" in line}


def ask(method, path, body=None, kind="text/calendar; charset=utf-8", **headers):
    url = path if path.startswith("http") else re.match(r"https?://[^/]+", root).group(0) + path
    request = urllib.request.Request(url, body.encode() if body else None, method=method)
    request.add_header("Authorization", "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode())
    if body:
        request.add_header("Content-Type", kind)
    for name, value in headers.items():
        request.add_header(name.replace("_", "-"), value)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request, timeout=60) as answer:
        return answer.status, answer.read().decode("utf-8", "replace")


PROPFIND = '<?xml version="1.0"?><propfind xmlns="DAV:"><prop><getetag/></prop></propfind>'


def resources(collection):
    """Each resource of a collection: path and text."""
    _, listing = ask("PROPFIND", collection, PROPFIND, "application/xml; charset=utf-8", Depth="1")
    paths = [p for p in re.findall(r"<(?:\w+:)?href>([^<]+)</", listing) if not p.endswith("/")]
    return {path: ask("GET", path)[1].replace("\r\n ", "").replace("\r\n", "\n") for path in paths}


def one(where, words):
    """The only resource that holds these words, besides definitions of zones."""
    found = [path for path, text in where.items() if words in re.sub(r"(?s)BEGIN:VTIMEZONE.*?END:VTIMEZONE", "", text)]
    if len(found) != 1:
        raise SystemExit(f"{len(found)} resources hold {words!r}, not 1: {list(where)}")
    return found[0]


def hand(folder):
    files = (work / "hand" / folder).rglob("*.*")
    return {str(f): f.read_bytes().decode().replace("\r\n ", "").replace("\r\n", "\n") for f in files if f.suffix in (".ics", ".vcf")}


def write(path, text):
    Path(path).write_bytes(text.replace("\n", "\r\n").encode())


def change(text, before, after):
    if before not in text:
        raise SystemExit(f"{before!r} is not in\n{text}")
    return text.replace(before, after, 1)


def event(uid, title, more=""):
    return ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//by hand//EN\nBEGIN:VEVENT\n" f"UID:{uid}\nDTSTAMP:20260301T080000Z\n"
            f"SUMMARY:{title}\nDTSTART:20260310T090000Z\nDTEND:20260310T100000Z\n{more}END:VEVENT\nEND:VCALENDAR\n")


def foreign(program):
    """All that a foreign program finds in the data file, as one text."""
    out = work / program
    shutil.rmtree(out, ignore_errors=True)
    if program == "readpst":
        out.mkdir()
        subprocess.run(["readpst", "-q", "-r", "-8", "-o", out, outlook], check=True, capture_output=True)
        files = out.rglob("*")
    else:
        subprocess.run(["pffexport", "-q", "-f", "text", "-t", out, outlook], check=True, capture_output=True)
        files = Path(f"{out}.export").rglob("*")
    return "\n".join(f.read_bytes().decode("utf-8", "replace") for f in files if f.is_file())


def override(text, original, start, title):
    """The series with one occurrence moved."""
    tzid = re.search(r"DTSTART;TZID=([^:]+):", text).group(1).strip('"')
    uid = re.search(r"^UID:(.*)$", text, re.M).group(1)
    hours = start[:9] + f"{int(start[9:11]) + 1:02}" + start[11:]
    component = (f"BEGIN:VEVENT\nUID:{uid}\nDTSTAMP:20260301T080000Z\nRECURRENCE-ID;TZID={tzid}:{original}\n"
                 f"DTSTART;TZID={tzid}:{start}\nDTEND;TZID={tzid}:{hours}\nSUMMARY:{title}\nEND:VEVENT\n")
    return change(text, "END:VCALENDAR", component + "END:VCALENDAR")


def collections():
    found = [json.loads(line) for line in
             run("discover", root, "--json", "--user", user, "--password-env", "TANDEM_TEST_PASSWORD").splitlines()]
    def path(kind):
        fit = [c["url"] for c in found if kind in c["kind"] and c["writable"]]
        return re.sub(r"https?://[^/]+", "", fit[0]) if fit else None
    calendar, book = path("events"), path("contacts")
    home = "/" + root.split("/", 3)[3].strip("/")
    if calendar is None:
        calendar = f"{home.rstrip('/')}/{user}/calendar/".replace("//", "/")
        ask("MKCALENDAR", calendar)
    if book is None:
        book = f"{home.rstrip('/')}/{user}/contacts/".replace("//", "/")
        ask("MKCOL", book, '<?xml version="1.0"?><mkcol xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"><set><prop>'
            "<resourcetype><collection/><C:addressbook/></resourcetype></prop></set></mkcol>", "application/xml; charset=utf-8")
    return calendar, book


def profile(name, folder, target):
    place = f'desktop = "{folder}"' if desktop else f'pst = "outlook.pst", folder = "{folder}"'
    return f'[[profiles]]\nname = "{name}"\noutlook = {{ {place} }}\nserver = {target}\n'


work.mkdir(parents=True, exist_ok=True)
shutil.copy(sample, outlook)
calendar, book = collections()
for part in ("calendar", "contacts"):
    (work / "hand" / part).mkdir(parents=True)
(work / "tandem.toml").write_text(
    f'[accounts.server]\nurl = "{root}"\nuser = "{user}"\npassword = {{ env = "TANDEM_TEST_PASSWORD" }}\n'
    + profile("hand", "Calendar", '{ folder = "hand/calendar" }') + profile("hand-contacts", "Contacts", '{ folder = "hand/contacts" }')
    + profile("phone", "Calendar", f'{{ account = "server", collection = "{calendar}" }}')
    + profile("phone-contacts", "Contacts", f'{{ account = "server", collection = "{book}" }}'))
run("apply", "-f", work / "tandem.toml")
sync("hand", "hand-contacts")
first = sync("phone", "phone-contacts")
check("what the data file holds arrives on the server",
      len(resources(calendar)) == len(hand("calendar")) and len(resources(book)) == len(hand("contacts")), first)

# created on each side
write(work / "hand/calendar/lunch.ics", event("lunch@hand", "Lunch with Ana", "DESCRIPTION:at noon\n"))
ask("PUT", calendar + "dentist.ics", event("dentist@phone", "Dentist Dr. Müller", "LOCATION:Praça 5\n"))
sync("hand")
sync("phone")
sync("hand")
check("created in Outlook, it is on the server", any("Lunch with Ana" in t for t in resources(calendar).values()))
check("created on the server, it is in Outlook", any("Dentist" in t for t in hand("calendar").values()))
check("readpst finds it in the data file", "Dentist Dr. Müller" in foreign("readpst").replace("\\", ""))
check("pffexport finds it in the data file", "Dentist" in foreign("pffexport"))

# the same item changed in different fields
mine, theirs = hand("calendar"), resources(calendar)
write(one(mine, "Lunch with Ana"), change(mine[one(mine, "Lunch with Ana")], "SUMMARY:Lunch with Ana", "SUMMARY:Late lunch with Ana"))
path = one(theirs, "Lunch with Ana")
ask("PUT", path, change(theirs[path], "SUMMARY:Lunch with Ana", "LOCATION:Café Central\nSUMMARY:Lunch with Ana"))
sync("hand")
sync("phone")
sync("hand")
merged = lambda t: "SUMMARY:Late lunch with Ana" in t and "LOCATION:Café Central" in t
check("changes to different fields of one item meet, on the server", any(map(merged, resources(calendar).values())))
check("changes to different fields of one item meet, in Outlook", any(map(merged, hand("calendar").values())))

# an occurrence moved on each side
mine = hand("calendar")
series = one(mine, "RRULE")
rule = re.search(r"DTSTART;TZID=[^:]+:(\d{8})T(\d{6})", mine[series])
from datetime import datetime, timedelta  # noqa: E402
begin = datetime.strptime(rule.group(1) + rule.group(2), "%Y%m%d%H%M%S")
stamp = "%Y%m%dT%H%M%S"
weekly = "FREQ=WEEKLY" in mine[series]
step = timedelta(days=7 if weekly else 1)
taken = re.findall(r"(?:EXDATE|RECURRENCE-ID)[^:]*:(\S+)", mine[series])
taken = {day[:8] for line in taken for day in line.split(",")}
free = [begin + step * i for i in range(1, 40) if (begin + step * i).strftime("%Y%m%d") not in taken][:2]
write(series, override(mine[series], free[0].strftime(stamp), (free[0] + timedelta(hours=2)).strftime(stamp), "Moved in Outlook"))
sync("hand")
sync("phone")
theirs = resources(calendar)
path = one(theirs, "RRULE")
check("an occurrence moved in Outlook is moved on the server", "Moved in Outlook" in theirs[path])
ask("PUT", path, override(theirs[path], free[1].strftime(stamp), (free[1] + timedelta(hours=3)).strftime(stamp), "Moved on the server"))
sync("phone")
sync("hand")
text = hand("calendar")[series]
check("an occurrence moved on the server is moved in Outlook", "Moved on the server" in text and "Moved in Outlook" in text, text)

# a contact changed on the server, one made in Outlook
cards = resources(book)
person = next(p for p, t in cards.items() if "EMAIL" in t and "KIND:group" not in t and "MEMBER" not in t)
ask("PUT", person, re.sub(r"^END:VCARD", "TITLE:Captain\nEND:VCARD", re.sub(r"(?m)^TITLE.*\n", "", cards[person]), flags=re.M), "text/vcard; charset=utf-8")
write(work / "hand/contacts/new.vcf", "BEGIN:VCARD\nVERSION:3.0\nUID:new@hand\nFN:Zoë Ångström\nN:Ångström;Zoë;;;\nEMAIL;TYPE=INTERNET:zoe@example.org\nEND:VCARD\n")
sync("hand-contacts")
sync("phone-contacts")
sync("hand-contacts")
check("a contact changed on the server is changed in Outlook", any("TITLE:Captain" in t for t in hand("contacts").values()))
check("a contact made in Outlook is on the server", any("Zoë Ångström" in t for t in resources(book).values()))

# deleted on each side
mine, theirs = hand("calendar"), resources(calendar)
Path(one(mine, "Late lunch")).unlink()
ask("DELETE", one(theirs, "Dentist"))
sync("hand")
sync("phone")
sync("hand")
check("deleted in Outlook, it is gone on the server", not any("Late lunch" in t for t in resources(calendar).values()))
check("deleted on the server, it is gone in Outlook", not any("Dentist" in t for t in hand("calendar").values()))

before = outlook.read_bytes()
last = sync()
idle = all(not any(s[k][side] for k in ("created", "updated", "deleted") for side in ("outlook", "server")) and s["status"] == "done"
           for s in last.values())
check("then there is nothing to do", idle and len(last) == 4, last)
check("and no byte of the data file changes", outlook.read_bytes() == before)
doctor = run("doctor", f"pst:{outlook}", may_fail=True)
check("the strict checker finds nothing in the data file", "no findings" in doctor.lower(), doctor)
sys.exit(1 if failed else 0)
