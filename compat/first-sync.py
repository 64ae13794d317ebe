"""first-sync.py TANDEM SERVER_FOLDER WORK CHECKS: many contacts of a data file into a new, empty address book.

Tandem goes through a proxy of ours, which does something when the first PUT comes: somebody else puts a card there right
before, the answer is lost, the process is killed. Each case has a book of its own. Appends what was checked to CHECKS
("what<TAB>yes|no|-").
"""

import base64
import json
import os
import re
import signal
import subprocess
import sys
import urllib.parse
import urllib.request
from pathlib import Path

import between

here = Path(__file__).resolve().parent
tandem, server, work = (Path(p).resolve() for p in sys.argv[1:4])
checks = open(sys.argv[4], "a", encoding="utf-8")
user, password, root = ((server / name).read_text().strip() for name in ("user", "password", "url"))
backend = urllib.parse.urlsplit(root)
MANY = 120
NAME, COLOR = "Köln & <Bonn>", "#FF8800"
XML = "application/xml; charset=utf-8"
failed = 0
seen = []
on_first_put = None


def once(method):
    """What is to happen with the first PUT."""
    global on_first_put
    what, on_first_put = (on_first_put, None) if method == "PUT" else (None, on_first_put)
    return what


front = between.serve(root, lambda method, path, _: seen.append((method, path)), once)


def check(what, good, else_show=""):
    global failed
    failed += good is False
    answer = "-" if good is None else "yes" if good else "no"
    print(f"{answer}\t{what}" + (f"\n{else_show}" if good is False else ""), flush=True)
    checks.write(f"{what}\t{answer}\n")
    checks.flush()


def start(*arguments):
    return subprocess.Popen([tandem, *arguments, "--home", work / "home"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=work,
                            start_new_session=True,
                            env={"PATH": os.environ["PATH"], "HOME": str(work), "LC_ALL": "C.UTF-8", "TANDEM_TEST_PASSWORD": password})


def run(*arguments, may_fail=False):
    process = start(*arguments)
    out, err = process.communicate()
    if process.returncode and not may_fail:
        raise SystemExit(f"tandem {' '.join(map(str, arguments))} ended with {process.returncode}:\n{out[-3000:]}\n{err}")
    return out


def sync(name, **options):
    lines = [json.loads(line) for line in run("sync", name, "--json", **options).splitlines()]
    return next((line for line in lines if "status" in line), {})


def ask(method, path, body=None, kind=XML, **headers):
    request = urllib.request.Request(f"{backend.scheme}://{backend.netloc}{path}", body.encode() if body else None, method=method)
    request.add_header("Authorization", "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode())
    if body:
        request.add_header("Content-Type", kind)
    for name, value in headers.items():
        request.add_header(name, value)
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=300) as answer:
        return answer.read().decode("utf-8", "replace")


def uids(book):
    """The UID of each card that is there."""
    listing = ask("PROPFIND", book, '<?xml version="1.0"?><propfind xmlns="DAV:"><prop><getetag/></prop></propfind>', Depth="1")
    paths = [p for p in re.findall(r"<(?:\w+:)?href>([^<]+)</", listing) if not p.endswith("/")]
    return sorted(re.search(r"(?m)^UID:(.*?)\r?$", ask("GET", p)).group(1) for p in paths)


def properties(book):
    told = ask("PROPFIND", book, '<?xml version="1.0"?><propfind xmlns="DAV:" xmlns:I="http://inf-it.com/ns/ab/">'
                                 "<prop><displayname/><I:addressbook-color/></prop></propfind>", Depth="0")
    return [re.findall(rf"<(?:\w+:)?{n}\b[^>]*>([^<]*)</", told) for n in ("displayname", "addressbook-color")]


def new_book(name):
    """Makes an address book and a profile with it; its path."""
    made = [json.loads(line) for line in run("collections", "create", f"{NAME} {name}", "--kind", "contacts", "--account", "direct",
                                             "--json").splitlines()]
    path = urllib.parse.urlsplit(made[0]["collection"]["url"]).path
    try:
        ask("PROPPATCH", path, '<?xml version="1.0"?><propertyupdate xmlns="DAV:" xmlns:I="http://inf-it.com/ns/ab/"><set><prop>'
                               f"<I:addressbook-color>{COLOR}</I:addressbook-color></prop></set></propertyupdate>")
    except urllib.error.HTTPError:
        pass  # SOGo's books have none
    (work / name).mkdir()
    (work / name / "outlook.pst").write_bytes((work / "outlook.pst").read_bytes())
    configure(**{name: path})
    seen.clear()
    return path


def configure(**books):
    text = f'[accounts.direct]\nurl = "{root}"\nuser = "{user}"\npassword = {{ env = "TANDEM_TEST_PASSWORD" }}\n'
    text += f'[accounts.through]\nurl = "{front}{backend.path}"\nuser = "{user}"\npassword = {{ env = "TANDEM_TEST_PASSWORD" }}\n'
    for name, path in books.items():
        text += (f'[[profiles]]\nname = "{name}"\noutlook = {{ pst = "{work / name}/outlook.pst", folder = "Contacts" }}\n'
                 f'server = {{ account = "through", collection = "{front}{path}" }}\n')
    (work / "tandem.toml").write_text(text)
    run("apply", "-f", work / "tandem.toml")


CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:somebody\r\nFN:Somebody Else\r\nN:Else;Somebody;;;\r\nEND:VCARD\r\n"

work.mkdir(parents=True, exist_ok=True)
subprocess.run([sys.executable, here.parent / "bench/generate.py", "contacts", work / "cards", "--count", str(MANY)], check=True,
               capture_output=True)
run("copy", f"folder:{work / 'cards'}", f"pst:{work / 'outlook.pst'}")
configure()

# ---- nothing goes wrong
book = new_book("plain")
before = properties(book)
sync("plain")
puts = sum(method == "PUT" for method, _ in seen)
mine = uids(book)
check("first sync of many contacts: each is there once", len(mine) == MANY and len(set(mine)) == MANY, mine)
check("first sync of many contacts: the book keeps its name and colour", properties(book) == before, f"{before} {properties(book)}")
check("first sync of many contacts: in one request", True if puts == 1 else None)
seen.clear()
again = sync("plain")
check("first sync of many contacts: then there is nothing to do",
      not any(m in ("PUT", "GET", "DELETE") for m, _ in seen) and uids(book) == mine, f"{again} {seen}")

# ---- somebody else is quicker
book = new_book("quick")
before = properties(book)


def somebody(when):
    if when == "before":
        ask("PUT", f"{book}somebody.vcf", CARD, "text/vcard; charset=utf-8")


on_first_put = somebody
sync("quick", may_fail=True)
sync("quick")
there = uids(book)
check("first sync of many contacts: what somebody adds meanwhile stays",
      len(there) == MANY + 1 and len(set(there)) == MANY + 1 and "somebody" in there and properties(book) == before, there)

# ---- the answer is lost
book = new_book("lost")
before = properties(book)
on_first_put = lambda when: when == "after"
sync("lost", may_fail=True)
sync("lost")
there = uids(book)
check("first sync of many contacts: a lost answer doubles nothing",
      len(there) == MANY and len(set(there)) == MANY and properties(book) == before, there)

# ---- the process is killed when the server has done it
book = new_book("killed")
before = properties(book)
process = None


def kill(when):
    if when == "after":
        os.killpg(process.pid, signal.SIGKILL)
    return when == "after"


on_first_put = kill
process = start("sync", "killed")
process.communicate()
half = len(uids(book))
sync("killed", may_fail=True)
sync("killed")
there = uids(book)
check("first sync of many contacts: killed in the middle, the next run ends it",
      process.returncode == -9 and half > 0 and len(there) == MANY and len(set(there)) == MANY and properties(book) == before,
      f"{process.returncode} {half} {len(there)} {before} {properties(book)}")
sys.exit(1 if failed else 0)
