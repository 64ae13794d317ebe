"""measure.py SERVER SERVER_FOLDER WORK RESULTS [options]: one server; see bench/run.

Measures whole processes: wall time, CPU and peak memory of the client's process (wait4), CPU of the server's processes.
Beside Tandem in the same rounds, on collections of their own: the floor, which is curl sending the same requests, eight at
a time, and vdirsyncer. Appends lines of JSON to RESULTS. Each step is checked: what is on the server afterwards is counted.
"""
import argparse
import base64
import http.client
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time
import urllib.parse
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import generate

TICKS = os.sysconf("SC_CLK_TCK")
XML = "application/xml; charset=utf-8"


# ---- processes ----


def cpu_of(roots):
    """CPU seconds of processes, their descendants, and children that have ended."""
    children, seconds, seen = {}, 0.0, set()
    stats = {}
    for p in os.listdir("/proc"):
        if p.isdigit():
            try:
                text = Path(f"/proc/{p}/stat").read_text()
            except OSError:
                continue
            stats[int(p)] = text[text.rindex(")") + 2:].split()
            children.setdefault(int(stats[int(p)][1]), []).append(int(p))
    todo = list(roots)
    while todo:
        p = todo.pop()
        if p in stats and p not in seen:
            seen.add(p)
            todo += children.get(p, [])
            seconds += sum(int(x) for x in stats[p][11:15]) / TICKS
    return seconds


def busy():
    v = [int(x) for x in Path("/proc/stat").read_text().split("\n")[0].split()[1:]]
    return (sum(v[:8]) - v[3] - v[4]) / TICKS


class Server:
    def __init__(self, name, folder):
        self.name, self.folder = name, folder
        self.url, self.user, self.password = ((folder / n).read_text().strip() for n in ("url", "user", "password"))
        at = urllib.parse.urlsplit(self.url)
        self.host, self.port = at.hostname, at.port
        self.auth = "Basic " + base64.b64encode(f"{self.user}:{self.password}".encode()).decode()

    def roots(self):
        found = []
        for pid in [*self.folder.glob("run/*.pid"), *self.folder.glob("pg/postmaster.pid")]:
            try:
                found.append(int(pid.read_text().split()[0]))
            except (OSError, ValueError, IndexError):
                pass
        return found

    def ask(self, method, path, body=None, **headers):
        """Status, body and headers."""
        if isinstance(body, str):
            body = body.encode()
        for attempt in range(4):
            connection = http.client.HTTPConnection(self.host, self.port, timeout=600)
            try:
                sent = {"Authorization": self.auth, "User-Agent": "bench/1", "Connection": "close",
                        **{k.replace("_", "-"): v for k, v in headers.items()}}
                connection.request(method, path, body, sent)
                answer = connection.getresponse()
                return answer.status, answer.read(), answer
            except (OSError, http.client.HTTPException):
                if attempt == 3:
                    raise
                time.sleep(0.2)
            finally:
                connection.close()

    def make(self, family, name):
        home = {"radicale": "/alice/", "xandikos": f"/alice/{'contacts' if family == 'contacts' else 'calendars'}/",
                "embedded": f"/dav/{'addressbooks' if family == 'contacts' else 'calendars'}/alice/"}.get(
                    self.name, f"/SOGo/dav/alice/{'Contacts' if family == 'contacts' else 'Calendar'}/")
        path = f"{home}{name}/"
        if family == "contacts":
            status, text, _ = self.ask("MKCOL", path, '<?xml version="1.0" encoding="utf-8"?><D:mkcol xmlns:D="DAV:" '
                                       'xmlns:R="urn:ietf:params:xml:ns:carddav"><D:set><D:prop><D:resourcetype><D:collection/><R:addressbook/>'
                                       f"</D:resourcetype><D:displayname>{name}</D:displayname></D:prop></D:set></D:mkcol>", Content_Type=XML)
        else:
            status, text, _ = self.ask("MKCALENDAR", path)
        if status != 201:
            raise SystemExit(f"{self.name} does not make {path}: {status} {text[:300]}")
        return path

    def drop(self, path):
        self.ask("DELETE", path)

    def members(self, path):
        _, text, _ = self.ask("PROPFIND", path, '<?xml version="1.0"?><D:propfind xmlns:D="DAV:"><D:prop><D:getetag/></D:prop></D:propfind>',
                              Depth="1", Content_Type=XML)
        hrefs = re.findall(r"<(?:\w+:)?href>([^<]+)</", text.decode("utf-8", "replace"))
        return sorted({urllib.parse.urlsplit(h).path for h in hrefs if not h.endswith("/") and ("." in h.rsplit("/", 1)[1])})

    def edit(self, paths, rnd):
        """Changes resources as another client does."""
        def one(path):
            r = generate.random.Random(f"{path.rsplit('/', 1)[1]} {rnd}")
            status, text, answer = self.ask("GET", path)
            if status != 200:
                raise SystemExit(f"GET {path}: {status}")
            text = text if b"\r\n" in text else text.replace(b"\n", b"\r\n")
            text = text if text.endswith(b"\r\n") else text + b"\r\n"
            kind = "text/vcard" if text.startswith(b"BEGIN:VCARD") else "text/calendar"
            status, said, _ = self.ask("PUT", path, generate.changed(text, r, rnd), Content_Type=kind + "; charset=utf-8")
            if status >= 300 and status != 207:
                raise SystemExit(f"PUT {path}: {status} {said[:200]}")
        with ThreadPoolExecutor(4) as threads:
            list(threads.map(one, paths))


def timed(server, command, env=None, limit=7200):
    """Runs a process; an answer has wall, cpu, rss (MB), server_cpu, others (%, of one core), status and output."""
    roots = server.roots() if server else []
    server_before, all_before, start = cpu_of(roots), busy(), time.monotonic()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=env)
    output = []
    reader = threading.Thread(target=lambda: output.append(process.stdout.read()))
    reader.start()
    timer = threading.Timer(limit, process.kill)
    timer.start()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    reader.join()
    cpu, server_cpu = usage.ru_utime + usage.ru_stime, cpu_of(roots) - server_before
    return {"wall": wall, "cpu": cpu, "rss": usage.ru_maxrss / 1024, "server_cpu": server_cpu,
            "others": 100 * max(0.0, busy() - all_before - cpu - server_cpu) / wall, "status": process.returncode,
            "output": output[0].decode("utf-8", "replace")[-3000:]}


# ---- what goes over the wire ----


class Counter:
    """A proxy that hands requests on and notes them; used in runs of their own, which are not timed."""

    def __init__(self, server):
        self.seen, self.sent, self.received = [], 0, 0
        counter, lock = self, threading.Lock()

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def handle_one_request(self):
                self.raw_requestline = self.rfile.readline(65537)
                if not self.raw_requestline or not self.parse_request():
                    self.close_connection = True
                    return
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                path = re.sub(r"^https?://[^/]+", "", self.path)
                onward = http.client.HTTPConnection(server.host, server.port, timeout=600)
                headers = {k: v for k, v in self.headers.items()
                           if k.lower() not in ("connection", "proxy-connection", "keep-alive")}
                onward.request(self.command, path, body, {**headers, "Connection": "close"})
                answer = onward.getresponse()
                content = answer.read()
                onward.close()
                with lock:
                    counter.seen.append({"method": self.command, "path": path, "body": body.decode("utf-8", "replace"),
                                         "headers": {k: v for k, v in headers.items() if k in ("Depth", "Content-Type", "Accept", "Prefer")}})
                    counter.sent += len(self.raw_requestline) + len(str(self.headers)) + len(body)
                    counter.received += len(str(answer.headers)) + 17 + len(content)
                self.send_response_only(answer.status, answer.reason)
                for name, value in answer.getheaders():
                    if name.lower() not in ("connection", "transfer-encoding", "content-length", "keep-alive"):
                        self.send_header(name, value)
                if answer.status not in (204, 304):
                    self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_):
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        threading.Thread(target=self.http.serve_forever, daemon=True).start()
        self.port = self.http.server_port

    def clear(self):
        self.seen, self.sent, self.received = [], 0, 0

    def note(self):
        kinds = {}
        for r in self.seen:
            report = re.search(r"<\w+:(sync-collection|[a-z]+-multiget|[a-z]+-query)\b", r["body"])
            kind = r["method"] + (" " + report.group(1) if report else "")
            kinds[kind] = kinds.get(kind, 0) + 1
        return {"requests": len(self.seen), "bytes": self.sent + self.received, "kinds": kinds}


class Floor:
    """curl: requests of one kind at a time, eight under way."""

    def __init__(self, server, work):
        self.server, self.work = server, work
        work.mkdir(parents=True, exist_ok=True)

    def group(self, number, requests):
        config = []
        for i, r in enumerate(requests):
            lines = [f'url = "http://{self.server.host}:{self.server.port}{r["path"]}"', f'user = "{self.server.user}:{self.server.password}"',
                     f'request = "{r["method"]}"', 'header = "Expect:"', 'output = "/dev/null"', 'user-agent = "bench/1"',
                     'write-out = "%{http_code}\\n"']
            lines += [f'header = "{k}: {v}"' for k, v in r["headers"].items()]
            if r.get("file"):
                lines += [f'upload-file = "{r["file"]}"']
            elif r["body"]:
                body = self.work / f"body-{number}-{i}"
                body.write_text(r["body"], newline="")
                lines += [f'data-binary = "@{body}"']
            config.append("\n".join(lines))
        path = self.work / f"group-{number}.cfg"
        path.write_text("\nnext\n".join(config) + "\n")
        parallel = "--parallel --parallel-immediate --parallel-max 8 " if len(requests) > 1 else ""
        return f"curl -s --noproxy '*' {parallel}-K {path}"

    def run(self, requests):
        groups = []
        for r in requests:
            if groups and groups[-1][-1]["method"] == r["method"] and r["method"] in ("PUT", "GET", "DELETE"):
                groups[-1].append(r)
            else:
                groups.append([r])
        script = self.work / "floor.sh"
        script.write_text("\n".join(self.group(i, g) for i, g in enumerate(groups)) + "\n")
        return timed(self.server, ["/bin/sh", str(script)])

    def upload(self, files, path):
        kind = "text/vcard; charset=utf-8" if files[0].suffix == ".vcf" else "text/calendar; charset=utf-8"
        return self.run([{"method": "PUT", "path": path + f.name, "file": f, "body": "",
                          "headers": {"Content-Type": kind, "If-None-Match": "*"}} for f in files])


# ---- the clients ----


class Tandem:
    """Outlook is a data file that Tandem has made. A person's changes in it are brought there by another profile."""

    def __init__(self, program, server, data, live, heap, counter):
        self.program, self.server, self.data, self.live, self.counter = program, server, data, live, counter
        self.env = {"PATH": os.environ["PATH"], "HOME": str(live), "BENCH_PASSWORD": server.password if server else "", "LC_ALL": "C.UTF-8",
                    "TANDEM_JAVA_OPTIONS": f"-Xmx{heap}m", **{k: v for k, v in os.environ.items() if k.startswith("JAVA")}}

    def command(self, *arguments):
        return [self.program, *arguments, "--home", str(self.live / "home")]

    def call(self, *arguments):
        done = timed(None, self.command(*arguments), self.env)
        if done["status"]:
            raise SystemExit(f"tandem {' '.join(arguments)} ended with {done['status']}:\n{done['output']}")
        return done

    def configure(self, collection=None, through=None):
        folder = "Contacts" if self.data.family == "contacts" else "Calendar"
        text = (f'[[profiles]]\nname = "hand"\noutlook = {{ pst = "{self.live}/outlook.pst", folder = "{folder}" }}\n'
                f'server = {{ folder = "{self.live}/hand" }}\nguard = {{ deletions = 1000000, percent = 100, emptied = false }}\n')
        if collection:
            proxy = f'proxy = {{ url = "http://127.0.0.1:{through}" }}\n' if through else ""
            text += (f'[[profiles]]\nname = "server"\noutlook = {{ pst = "{self.live}/outlook.pst", folder = "{folder}" }}\n'
                     f'server = {{ account = "server", collection = "{collection}" }}\n'
                     f'[accounts.server]\nurl = "{self.server.url}"\nuser = "{self.server.user}"\n'
                     f'password = {{ env = "BENCH_PASSWORD" }}\n{proxy}')
        (self.live / "tandem.toml").write_text(text)
        self.call("apply", "-f", str(self.live / "tandem.toml"))

    def prepare(self, template):
        """Makes the data file, once for all servers and rounds."""
        if not (template / "done").exists():
            shutil.rmtree(template, ignore_errors=True)
            self.reset(None)
            (self.live / "empty").mkdir()
            self.call("copy", f"folder:{self.live}/empty", f"pst:{self.live}/outlook.pst")
            shutil.copytree(self.data.folder, self.live / "hand")
            self.configure()
            done = self.call("sync", "hand")
            shutil.copytree(self.live, template)
            (template / "done").write_text(json.dumps(done))
        return json.loads((template / "done").read_text())

    def reset(self, template):
        shutil.rmtree(self.live, ignore_errors=True)
        if template:
            shutil.copytree(template, self.live)
        else:
            self.live.mkdir(parents=True)

    def sync(self):
        return timed(self.server, self.command("sync", "server"), self.env)

    def edit(self, items, rnd):
        generate.change(self.live / "hand", items, rnd)
        self.call("sync", "hand")

    def second(self, first, second):
        """Two first syncs by one process, of a data file each; what the second of them takes."""
        shutil.copy(self.live / "outlook.pst", self.live / "other.pst")
        self.configure(first)
        text = (self.live / "tandem.toml").read_text()
        other = text[text.index('[[profiles]]\nname = "server"'):text.index("[accounts.server]")]
        other = other.replace('"server"\noutlook', '"second"\noutlook').replace("outlook.pst", "other.pst").replace(first, second)
        (self.live / "tandem.toml").write_text(text + other)
        self.call("apply", "-f", str(self.live / "tandem.toml"))
        roots = self.server.roots()
        process = subprocess.Popen(self.command("sync", "server", "second"), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT, env=self.env, text=True)
        marks, output = [], []

        def mark():
            own = Path(f"/proc/{process.pid}/stat").read_text()
            own = sum(int(x) for x in own[own.rindex(")") + 2:].split()[11:13]) / TICKS
            marks.append((time.monotonic(), own, cpu_of(roots), busy()))
        for line in process.stdout:
            output.append(line)
            if line.startswith("server: "):
                mark()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if len(marks) != 1:
            raise SystemExit("two first syncs: " + "".join(output))
        begun, own, servers, all_before = marks[0]
        wall, cpu = time.monotonic() - begun, usage.ru_utime + usage.ru_stime - own
        server_cpu = cpu_of(roots) - servers
        return {"wall": wall, "cpu": cpu, "rss": usage.ru_maxrss / 1024, "server_cpu": server_cpu,
                "others": 100 * max(0.0, busy() - all_before - cpu - server_cpu) / wall, "status": process.returncode,
                "output": "".join(output)[-3000:]}

    def counted(self, collection):
        self.configure(collection, self.counter.port)
        self.counter.clear()
        done = self.sync()
        note = self.counter.note()
        recorded = list(self.counter.seen)
        self.configure(collection)
        return done, note, recorded


class Vdirsyncer:
    def __init__(self, server, data, folder, counter):
        self.server, self.data, self.folder, self.counter = server, data, folder, counter

    def start(self, collection):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.local = self.folder / "local" / "items"
        shutil.copytree(self.data.folder, self.local)
        kind, ending = ("carddav", ".vcf") if self.data.family == "contacts" else ("caldav", ".ics")
        name = collection.rstrip("/").rsplit("/", 1)[1]
        config = self.folder / "config"
        base = self.server.url + ("alice/" if self.server.name.startswith("sogo") else "")
        config.write_text(f'[general]\nstatus_path = "{self.folder}/status/"\n\n[pair p]\na = "local"\nb = "remote"\n'
                          f'collections = [["c", "items", "{name}"]]\nconflict_resolution = null\n\n[storage local]\ntype = "filesystem"\n'
                          f'path = "{self.folder}/local/"\nfileext = "{ending}"\n\n[storage remote]\ntype = "{kind}"\nurl = "{base}"\n'
                          f'username = "{self.server.user}"\npassword = "{self.server.password}"\n')
        self.env = {**os.environ, "VDIRSYNCER_CONFIG": str(config), "LC_ALL": "C.UTF-8"}
        for name in ("http_proxy", "HTTP_PROXY"):
            self.env.pop(name, None)
        done = subprocess.run(["vdirsyncer", "discover"], env=self.env, input=b"y\ny\ny\n", stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        return done.returncode == 0

    def sync(self, limit=7200):
        return timed(self.server, ["vdirsyncer", "-v", "WARNING", "sync"], self.env, limit)

    def edit(self, items, rnd):
        generate.change(self.local, items, rnd)


class Data:
    def __init__(self, family, count, work):
        self.family, self.count, self.folder = family, count, work / f"{family}-{count}"
        if not (self.folder.parent / (self.folder.name + ".done")).exists():
            generate.generate(family, self.folder, count)
            (self.folder.parent / (self.folder.name + ".done")).touch()
        self.files = sorted(self.folder.iterdir())
        self.percent = max(1, count // 100)


# ---- the rounds ----


class Bench:
    def __init__(self, options):
        self.o = options
        self.server = Server(options.server, options.folder)
        self.counter = Counter(self.server)
        self.floor = Floor(self.server, options.work / "floor")
        self.sequence = 0

    def note(self, data, case, who, done, expected=None, path=None, **more):
        count = len(self.server.members(path)) if path and expected else None
        good = done is None or (done["status"] == 0 and (count is None or count == expected))
        row = {"server": self.o.server, "family": data.family, "count": data.count, "case": case, "who": who, "good": good,
               "on_server": count, **({k: round(v, 3) if isinstance(v, float) else v for k, v in done.items() if k != "output"} if done else {}), **more}
        with open(self.o.results, "a", encoding="utf-8") as out:
            out.write(json.dumps(row) + "\n")
        shown = "" if done is None else f'wall {done["wall"]:8.2f}  cpu {done["cpu"]:7.2f}  rss {done["rss"]:5.0f} MB  server {done["server_cpu"]:7.2f}  others {done["others"]:3.0f}%'
        print(f'{self.o.server:9} {data.count:6} {data.family:12} {case:15} {who:10} {shown} {"" if good else "FAILED"} {more or ""}', flush=True)
        if not good and done:
            print(f'  status {done["status"]}, {count} of {expected} on the server\n{done["output"][-1500:]}', flush=True)
        return good

    def collection(self, data, who):
        self.sequence += 1
        return self.server.make(data.family, f"{who}{data.count}x{self.sequence}")

    def tandem(self, data):
        heap = 512 if data.count >= 100_000 else 256
        live = self.o.work / "live"
        client = Tandem(self.o.tandem, self.server, data, live, heap, self.counter)
        done = client.prepare(self.o.work / "templates" / f"{data.family}-{data.count}")
        self.note(data, "making the .pst", "tandem", done)
        return client

    def measure(self, family, count, runs, initial, vdirsyncer, counted):
        data = Data(family, count, self.o.work)
        tandem = self.tandem(data)
        peer = Vdirsyncer(self.server, data, self.o.work / "vdir", self.counter) if vdirsyncer else None
        template = self.o.work / "templates" / f"{family}-{count}"
        if counted:
            path = self.collection(data, "counted")
            tandem.reset(template)
            done, note, _ = self.first(tandem, path)
            self.note(data, "initial", "tandem", None, requests=note["requests"], bytes=note["bytes"], kinds=note["kinds"])
            self.server.drop(path)
        begun = time.monotonic()
        places = {}
        for turn in range(initial if family == "contacts" and self.o.server == "embedded" else 0):
            pair = [self.collection(data, who) for who in ("warm", "second")]
            tandem.reset(template)
            self.note(data, "initial, second", "tandem", tandem.second(*pair), count, pair[1])
            for path in pair:
                self.server.drop(path)
        for turn in range(initial):
            if turn and time.monotonic() - begun > self.o.budget:
                break
            for path in places.values():
                self.server.drop(path)
            places = {who: self.collection(data, who) for who in ("floor", "tandem", "peer")}
            self.note(data, "initial", "floor", self.floor.upload(data.files, places["floor"]), count, places["floor"])
            tandem.reset(template)
            tandem.configure(places["tandem"])
            self.note(data, "initial", "tandem", tandem.sync(), count, places["tandem"])
            if peer:
                if peer.start(places["peer"]):
                    self.note(data, "initial", "vdirsyncer", peer.sync(self.o.limit), count, places["peer"])
                else:
                    peer = None
        self.later(data, tandem, peer, places, runs)
        for path in places.values():
            self.server.drop(path)
        shutil.rmtree(self.o.work / "vdir", ignore_errors=True)

    def first(self, tandem, path):
        return tandem.counted(path)

    def later(self, data, tandem, peer, places, runs):
        there, many = places["tandem"], data.percent
        tandem.sync()  # its own writes are seen once
        if self.server.name.startswith("sogo"):
            time.sleep(62)  # its tokens are seconds, which prove nothing until they are long over
        _, note, quiet = tandem.counted(there)
        self.note(data, "no change", "tandem", None, requests=note["requests"], bytes=note["bytes"], kinds=note["kinds"])
        for _ in range(runs):
            self.note(data, "no change", "floor", self.floor.run(quiet))
            self.note(data, "no change", "tandem", tandem.sync())
            if peer:
                self.note(data, "no change", "vdirsyncer", peer.sync())
        members = self.server.members(there)
        others = self.server.members(places["peer"]) if peer else []
        recorded = None
        for rnd in range(runs + 1):
            chosen = generate.random.Random(rnd).sample(range(len(members)), many)
            self.server.edit([members[i] for i in chosen], rnd)
            if recorded is None:
                _, note, recorded = tandem.counted(there)
                self.note(data, "1 % on server", "tandem", None, requests=note["requests"], bytes=note["bytes"], kinds=note["kinds"])
                continue
            self.note(data, "1 % on server", "floor", self.floor.run(recorded))
            self.note(data, "1 % on server", "tandem", tandem.sync())
            if peer:
                self.server.edit([others[i] for i in chosen if i < len(others)], rnd)
                self.note(data, "1 % on server", "vdirsyncer", peer.sync())
        recorded = None
        tandem.call("sync", "hand")
        for rnd in range(runs + 1):
            tandem.edit(many, 1000 + rnd)
            if recorded is None:
                _, note, recorded = tandem.counted(there)
                recorded = [{**r, "path": r["path"].replace(there, places["floor"])} for r in recorded]
                self.note(data, "1 % in Outlook", "tandem", None, requests=note["requests"], bytes=note["bytes"], kinds=note["kinds"])
                continue
            self.note(data, "1 % in Outlook", "floor", self.floor.run(recorded))
            self.note(data, "1 % in Outlook", "tandem", tandem.sync(), data.count, there)
            if peer:
                peer.edit(many, 1000 + rnd)
                self.note(data, "1 % in Outlook", "vdirsyncer", peer.sync())


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("server")
    a.add_argument("folder", type=Path)
    a.add_argument("work", type=Path)
    a.add_argument("results", type=Path)
    a.add_argument("--tandem", default=str(Path(__file__).resolve().parent.parent / "tandem"))
    a.add_argument("--case", action="append", default=[], metavar="FAMILY:COUNT:RUNS:INITIAL:PEER:COUNTED",
                   help="what is measured; RUNS of each short case, INITIAL of the first sync, PEER and COUNTED 0 or 1")
    a.add_argument("--budget", type=float, default=900, help="no further round of the first sync is begun after so many seconds")
    a.add_argument("--limit", type=float, default=3600, help="vdirsyncer is ended after so many seconds")
    o = a.parse_args()
    o.folder, o.work, o.results = o.folder.resolve(), o.work.resolve(), o.results.resolve()
    o.work.mkdir(parents=True, exist_ok=True)
    bench = Bench(o)
    for case in o.case:
        family, count, runs, initial, peer, counted = case.split(":")
        bench.measure(family, int(count), int(runs), int(initial), peer == "1", counted == "1")


if __name__ == "__main__":
    main()
