"""moves.py TANDEM SERVER_FOLDER WORK [RESULTS]: appointments and contacts that go from one folder to another, on both sides.

Two profiles keep two folders of a data file in step with two directories, where a file that goes from one to the other is an
item that somebody drags to the other folder in Outlook; two more keep the same folders in step with two collections of the
server. What only a server knows (X-OF-ANOTHER) tells an item that was moved from one that was made again. Prints one line a
check: "yes", "no" or "-" (the server has no such thing), a tab, what was checked. Exit status 1 if one is no.
"""

import base64
import json
import re
import shutil
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

tandem, server, work = (Path(p).resolve() for p in sys.argv[1:4])
results = open(sys.argv[4], "a", encoding="utf-8") if len(sys.argv) > 4 else None
user, password, root = ((server / name).read_text().strip() for name in ("user", "password", "url"))
failed = 0


def check(what, good, else_show=""):
    """good: True, False, or None where the server has no such thing"""
    global failed
    failed += good is False
    word = "-" if good is None else "yes" if good else "no"
    print(f"{word}\t{what}" + (f"\n{else_show}" if word == "no" else ""), flush=True)
    if results:
        results.write(f"{what}\t{word}\n")
        results.flush()


def run(*arguments):
    done = subprocess.run([tandem, *arguments, "--home", work / "home"], capture_output=True, text=True, cwd=work, stdin=subprocess.DEVNULL,
                          env={"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(work), "PW": password, "LC_ALL": "C.UTF-8"})
    if done.returncode:
        raise SystemExit(f"tandem {' '.join(map(str, arguments))} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
    return done.stdout


def sync(*profiles):
    """What was done, as kinds of actions in the order of the report, and the text of the report."""
    text = run("sync", *profiles, "--json")
    return [line["action"] for line in map(json.loads, text.splitlines()) if "action" in line], text


def rest(*profiles):
    """Until there is nothing to do; says whether it came to that."""
    return any(not sync(*profiles)[0] for _ in range(4))


def ask(method, url, body=None, **headers):
    request = urllib.request.Request(urllib.parse.urljoin(root, url), body.encode() if body else None, method=method)
    request.add_header("Authorization", "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode())
    for name, value in headers.items():
        request.add_header(name.replace("_", "-"), value)
    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=60) as answer:
            return answer.status, answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as e:
        return e.code, ""


PROPFIND = '<?xml version="1.0"?><propfind xmlns="DAV:"><prop><getetag/></prop></propfind>'


def on_server(collection):
    """The resource of each UID: path and text."""
    _, listing = ask("PROPFIND", collection, PROPFIND, Content_Type="application/xml; charset=utf-8", Depth="1")
    paths = [p for p in re.findall(r"<(?:\w+:)?href>([^<]+)</", listing) if not p.endswith("/")]
    found = [(path, ask("GET", path)[1].replace("\r\n ", "").replace("\r\n", "\n")) for path in paths]
    there = {re.search(r"^UID:(.*)$", text, re.M).group(1): (path, text) for path, text in found}
    if len(there) != len(found):
        raise SystemExit(f"{collection} has items twice: {[path for path, _ in found]}")
    return there


def in_outlook(directory):
    """The file of each UID; the profile of the directory has run."""
    found = list(directory.glob("*.*"))
    there = {re.search(r"^UID:(.*)$", f.read_text("utf-8"), re.M).group(1).strip(): f for f in found}
    if len(there) != len(found):
        raise SystemExit(f"{directory} has items twice: {found}")
    return there


def event(name):
    return ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//by hand//EN\nBEGIN:VEVENT\n" f"UID:{name}\nDTSTAMP:20260301T080000Z\nSUMMARY:{name}\n"
            "DTSTART:20260310T090000Z\nDTEND:20260310T100000Z\nEND:VEVENT\nEND:VCALENDAR\n").replace("\n", "\r\n")


def card(name):
    return f"BEGIN:VCARD\nVERSION:3.0\nUID:{name}\nFN:{name} Doe\nN:Doe;{name};;;\nEND:VCARD\n".replace("\n", "\r\n")


def made(kind, name):
    """The path of a new collection."""
    run("collections", "create", name, "--account", "a", "--kind", kind)
    return next(urllib.parse.urlparse(o["url"]).path for o in map(json.loads, run("discover", "--account", "a", "--json").splitlines())
                if o["name"] == name)


def live(kind, text, one, other, ending):
    hand, what = work / kind, "an appointment" if kind == "events" else "a contact"
    media = f"text/{'calendar' if kind == 'events' else 'vcard'}; charset=utf-8"
    for folder, names in ((one, ("dragged", "edited", "stays", "sent")), (other, ("there",))):
        (hand / folder).mkdir(parents=True)
        for name in names:
            (hand / folder / f"{name}.{ending}").write_bytes(text(name).encode())
    run("copy", f"folder:{hand}", f"pst:{work}/{kind}.pst")
    targets = {one: made(kind, "First"), other: made(kind, "Second")}
    # the account comes first: collections are made before there are profiles
    account = f'[accounts.a]\nurl = "{root}"\nuser = "{user}"\npassword = {{ env = "PW" }}\n'
    profiles = "".join(
        f'[[profiles]]\nname = "{side}-{folder}"\noutlook = {{ pst = "{kind}.pst", folder = "{folder}" }}\nserver = {target}\n'
        for folder, path in targets.items()
        for side, target in (("hand", f'{{ folder = "{kind}/{folder}" }}'), ("phone", f'{{ account = "a", collection = "{path}" }}')))
    (work / f"{kind}.toml").write_text(account + profiles)
    run("apply", "-f", f"{kind}.toml")
    hands, phones = (f"hand-{one}", f"hand-{other}"), (f"phone-{one}", f"phone-{other}")
    first, second = targets[one], targets[other]
    sync(*hands)
    sync(*phones)
    for path, body in on_server(first).values():
        end = "END:VEVENT" if kind == "events" else "END:VCARD"
        ask("PUT", path, body.replace(end, f"X-OF-ANOTHER:kept\n{end}").replace("\n", "\r\n"), Content_Type=media)
    rest(*phones)
    rest(*hands)
    rest(*phones)

    # in Outlook
    here = in_outlook(hand / one)
    here["dragged"].rename(hand / other / here["dragged"].name)
    edited = here["edited"].read_text("utf-8")
    title = "SUMMARY:edited" if kind == "events" else "FN:edited Doe"
    if title not in edited:
        raise SystemExit(f"no {title} in {edited}")
    (hand / other / here["edited"].name).write_bytes(
        edited.replace(title, title + " anew").replace("N:Doe;edited;", "N:Doe;edited anew;").encode())
    here["edited"].unlink()
    told, report = sync(*hands)
    check(f"{what} dragged to another folder stays the same in Outlook", told.count("move") == 2 and "create" not in told and "delete" not in told, report)
    told, report = sync(*phones)
    there, left = on_server(second), on_server(first)
    check(f"{what} dragged to another folder is moved on the server",
          told.count("move") == 2 and "create" not in told and "delete" not in told and "X-OF-ANOTHER:kept" in there.get("dragged", ("", ""))[1] and "dragged" not in left, report)
    rest(*phones)
    there, left = on_server(second), on_server(first)
    check(f"{what} dragged and edited arrives with the edit",
          "anew" in there.get("edited", ("", ""))[1] and "X-OF-ANOTHER:kept" in there["edited"][1] and "edited" not in left, there)
    check(f"{what} dragged to another folder: nothing else happens", rest(*phones) and rest(*hands) and set(left) == {"stays", "sent"} and set(there) == {"there", "dragged", "edited"},
          f"{set(left)} {set(there)}")

    # on the server: by MOVE, and as clients do that do not know it
    path, body = left["sent"]
    status, _ = ask("MOVE", path, Destination=urllib.parse.urljoin(root, second + path.rsplit("/", 1)[1]), Overwrite="F")
    moves = status in (201, 204)
    check(f"the server moves {what} itself (MOVE)", moves or None)
    names = ["sent", "stays"] if moves else ["stays"]
    path, body = left["stays"]
    ask("PUT", second + path.rsplit("/", 1)[1], body.replace("\n", "\r\n"), Content_Type=media)
    ask("DELETE", path)
    told, report = sync(*phones)
    calm = rest(*phones)
    rest(*hands)
    check(f"{what} moved on the server goes to the other folder of Outlook",
          told.count("move") == len(names) and "create" not in told and "delete" not in told and calm
          and set(in_outlook(hand / one)) == {"sent", "stays"} - set(names)
          and set(in_outlook(hand / other)) == {"there", "dragged", "edited", *names}, report)


shutil.rmtree(work, ignore_errors=True)
work.mkdir(parents=True)
(work / "a.toml").write_text(f'[accounts.a]\nurl = "{root}"\nuser = "{user}"\npassword = {{ env = "PW" }}\n')
run("apply", "-f", "a.toml")
live("events", event, "Calendar", "Team", "ics")
run("apply", "-f", "a.toml")
for name in ("First", "Second"):
    run("collections", "delete", name, "--account", "a", "--yes")
live("contacts", card, "Contacts", "Friends", "vcf")
sys.exit(1 if failed else 0)
