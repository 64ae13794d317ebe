"""What scripts of the suite have in common: the program, the server, a data file's other side in a directory, a line a check."""

import base64
import json
import re
import subprocess
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

PROPFIND = '<?xml version="1.0"?><propfind xmlns="DAV:"><prop><getetag/></prop></propfind>'


class Suite:
    """The program at work in a folder, with the server that a folder of compat/servers tells of."""

    def __init__(self, tandem, server, work, results=None):
        self.tandem, self.work = Path(tandem).resolve(), Path(work).resolve()
        self.user, self.password, self.root = ((Path(server) / name).read_text().strip() for name in ("user", "password", "url"))
        self.results = open(results, "a", encoding="utf-8") if results else None
        self.failed = 0

    def check(self, what, good, else_show=""):
        """good: True, False, or None where the server has no such thing"""
        self.failed += good is False
        word = "-" if good is None else "yes" if good else "no"
        print(f"{word}\t{what}" + (f"\n{else_show}" if word == "no" else ""), flush=True)
        if self.results:
            self.results.write(f"{what}\t{word}\n")
            self.results.flush()

    def tried(self, *arguments):
        """The exit status and both outputs of a command."""
        done = subprocess.run([self.tandem, *arguments, "--home", self.work / "home"], capture_output=True, text=True, cwd=self.work,
                              stdin=subprocess.DEVNULL,
                              env={"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(self.work), "PW": self.password, "LC_ALL": "C.UTF-8"})
        return done.returncode, done.stdout, done.stderr

    def run(self, *arguments):
        """The output of a command that has to do its work."""
        status, out, err = self.tried(*arguments)
        if status:
            raise SystemExit(f"tandem {' '.join(map(str, arguments))} ended with {status}:\n{out}\n{err}")
        return out

    def account(self, address=None):
        """The account "a" as a configuration has it, at the server or at what stands before it."""
        return f'[accounts.a]\nurl = "{address or self.root}"\nuser = "{self.user}"\npassword = {{ env = "PW" }}\n'

    def apply(self, configuration):
        (self.work / "a.toml").write_text(configuration)
        self.run("apply", "-f", "a.toml")

    def sync(self, *profiles):
        """What was done, as kinds of actions in the order of the report, and the text of the report."""
        text = self.run("sync", *profiles, "--json")
        return [line["action"] for line in map(json.loads, text.splitlines()) if "action" in line], text

    def rest(self, *profiles):
        """Until there is nothing to do; says whether it came to that."""
        return any(not self.sync(*profiles)[0] for _ in range(4))

    def ask(self, method, url, body=None, **headers):
        """The status of an answer and its text."""
        request = urllib.request.Request(urllib.parse.urljoin(self.root, url), body.encode() if body else None, method=method)
        request.add_header("Authorization", "Basic " + base64.b64encode(f"{self.user}:{self.password}".encode()).decode())
        for name, value in headers.items():
            request.add_header(name.replace("_", "-"), value)
        try:
            with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=60) as answer:
                return answer.status, answer.read().decode("utf-8", "replace")
        except urllib.error.HTTPError as e:
            return e.code, ""

    def made(self, kind, name):
        """The path of a new collection."""
        self.run("collections", "create", name, "--account", "a", "--kind", kind)
        offers = map(json.loads, self.run("discover", "--account", "a", "--json").splitlines())
        return next(urllib.parse.urlparse(o["url"]).path for o in offers if o["name"] == name)

    def on_server(self, collection):
        """The resource of each UID: path and text."""
        _, listing = self.ask("PROPFIND", collection, PROPFIND, Content_Type="application/xml; charset=utf-8", Depth="1")
        paths = [p for p in re.findall(r"<(?:\w+:)?href>([^<]+)</", listing) if not p.endswith("/")]
        found = [(path, self.ask("GET", path)[1].replace("\r\n ", "").replace("\r\n", "\n")) for path in paths]
        there = {re.search(r"^UID:(.*)$", text, re.M).group(1): (path, text) for path, text in found}
        if len(there) != len(found):
            raise SystemExit(f"{collection} has items twice: {[path for path, _ in found]}")
        return there


def in_outlook(directory):
    """The file of each UID in the directory that a data file is in step with; its profile has run."""
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
