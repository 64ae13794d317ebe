"""report.py RESULTS PERFORMANCE_MD [quick]: prints the ratios of the last run and writes its tables between the markers."""
import collections
import datetime
import json
import os
import platform
import statistics
import subprocess
import sys
from pathlib import Path

results, page = Path(sys.argv[1]), Path(sys.argv[2])
quick = len(sys.argv) > 3 and sys.argv[3] == "quick"
BEGIN, END = "<!-- bench: written by bench/run -->", "<!-- bench: end -->"
NAMES = {"embedded": "embedded", "radicale": "Radicale", "xandikos": "Xandikos", "sogo": "SOGo behind Apache"}
APART = "-apart"  # server and clients have processors of their own
NAMES |= {server + APART: f"{name}, processors apart" for server, name in NAMES.items()}
CASES = ["initial", "initial, second", "no change", "1 % on server", "1 % in Outlook"]

rows = collections.defaultdict(list)  # (server, family, count, case, who)
counts, bad = {}, []
for file in sorted(results.glob("*.jsonl")):
    for line in file.read_text(encoding="utf-8").splitlines():
        r = json.loads(line)
        key = (file.stem, r["family"], r["count"], r["case"])
        if "requests" in r:
            counts[key] = r
        if "wall" in r:
            rows[(*key, r["who"])].append(r)
            if not r["good"]:
                bad.append(f'{r["server"]} {r["count"]} {r["family"]} {r["case"]} {r["who"]}: status {r["status"]}, {r["on_server"]} on the server')


def median(found, what):
    return statistics.median(r[what] for r in found)


def seconds(value):
    return f"{value:.2f}" if value < 100 else f"{value:.0f}"


def spread(found):
    walls = [r["wall"] for r in found]
    return seconds(median(found, "wall")) + (f" ({seconds(min(walls))} to {seconds(max(walls))})" if len(walls) > 1 else "")


def size(count):
    return f"{count / 1e6:.1f} MB" if count >= 1e5 else f"{count / 1e3:.1f} kB"


def table():
    lines = ["| server, items | case | n | Tandem s | floor s | ratio | vdirsyncer s | ratio | CPU s: Tandem, vdirsyncer, server | peak MB: Tandem, vdirsyncer | requests, bytes |",
             "|---|---|---|---|---|---|---|---|---|---|---|"]
    for server in NAMES:
        sets = sorted({(k[1], k[2]) for k in rows if k[0] == server})
        for family, count in sets:
            for case in CASES:
                key = (server, family, count, case)
                ours, floor, peer = (rows.get((*key, who), []) for who in ("tandem", "floor", "vdirsyncer"))
                if not ours:
                    continue
                ratio = lambda other: f'{median(ours, "wall") / median(other, "wall"):.2f}' if other else "-"
                wire = counts.get(key)
                lines.append("| " + " | ".join([
                    f"{NAMES[server]}, {count:,} {'contacts' if family == 'contacts' else 'appointments'}", case, str(len(ours)), spread(ours),
                    spread(floor) if floor else "-", ratio(floor), spread(peer) if peer else "-", ratio(peer),
                    f'{median(ours, "cpu"):.2f}, {median(peer, "cpu") if peer else float("nan"):.2f}, {median(ours, "server_cpu"):.2f}'.replace("nan", "-"),
                    f'{median(ours, "rss"):.0f}, ' + (f'{median(peer, "rss"):.0f}' if peer else "-"),
                    f'{wire["requests"]}, {size(wire["bytes"])}' if wire else "-"]) + " |")
    return lines


def wall(server, count, case, who="tandem", family="contacts"):
    found = rows.get((server, family, count, case, who))
    return median(found, "wall") if found else None


def musts():
    """What the project has set itself, with what came out."""
    lines = ["| goal | where | came out | held |", "|---|---|---|---|"]

    def add(goal, where, value, limit, unit=""):
        if value is not None:
            lines.append(f"| {goal} | {where} | {value:.2f}{unit} | {'yes' if value <= limit else '**no**'} |")

    for server in [name for name in NAMES if not name.startswith("embedded")]:
        for count in sorted({k[2] for k in rows if k[0] == server and k[1] == "contacts"}):
            where = f"{NAMES[server]}, {count:,} contacts"
            value = lambda case, other: (None if None in (wall(server, count, case), wall(server, count, case, other))
                                         else wall(server, count, case) / wall(server, count, case, other))
            add("first sync: at most 1.15 times the floor", where, value("initial", "floor"), 1.15)
            add("first sync: ahead of vdirsyncer", where, value("initial", "vdirsyncer"), 1.0)
            add("no change: " + ("a quarter of vdirsyncer" if server.startswith("radicale") else "no slower than vdirsyncer"), where,
                value("no change", "vdirsyncer"), 0.25 if server.startswith("radicale") else 1.0)
            add("1 % changed on the server: ahead of vdirsyncer", where, value("1 % on server", "vdirsyncer"), 1.0)
            add("1 % changed in Outlook: ahead of vdirsyncer", where, value("1 % in Outlook", "vdirsyncer"), 1.0)
    start = wall("embedded", 3500, "no change")
    first = wall("embedded", 3500, "initial")
    if start and first:
        speed = 3500 / (first - start)
        lines.append(f"| at least 1,500 contacts a second after the start | embedded | {speed:.0f} | {'yes' if speed >= 1500 else '**no**'} |")
    warm = wall("embedded", 3500, "initial, second")
    if warm:
        lines.append(f"| the same in a process that has done one first sync before | embedded | {3500 / warm:.0f} | {'yes' if 3500 / warm >= 1500 else '**no**'} |")
    for small in (3500,):
        large = wall("embedded", 100_000, "no change", family="events")
        if start and large:
            add("no change with 100,000: at most 1.3 times that with 3,500", "embedded", large / start, 1.3)
    each = [(n, wall("embedded", n, "initial", family="events"), wall("embedded", n, "no change", family="events")) for n in (1000, 10_000, 100_000)]
    each = [(n, 1000 * (a - b) / n) for n, a, b in each if a and b]
    if len(each) > 1:
        text = ", ".join(f"{n:,}: {ms:.2f} ms" for n, ms in each)
        lines.append(f"| time for each item does not grow with their number | embedded, appointments | {text} | {'yes' if each[-1][1] <= each[0][1] * 1.1 else '**no**'} |")
    for (server, family, count, case, who), found in sorted(rows.items()):
        if who == "tandem" and case == "initial" and (family, count) in (("contacts", 3500), ("events", 100_000)):
            heap = 256 if family == "contacts" else 512
            lines.append(f"| done with a heap of {heap} MB | {NAMES[server]}, {count:,} {family} | {'done' if all(r['good'] for r in found) else 'not done'} | "
                         f"{'yes' if all(r['good'] for r in found) else '**no**'} |")
    return lines


def machine():
    model = next((line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")), platform.machine())
    memory = int(Path("/proc/meminfo").read_text().split()[1]) / 1024 / 1024
    others = [r["others"] for found in rows.values() for r in found]
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
    return (f"{'Quick run' if quick else 'Run'} of {datetime.date.today()} at {commit or 'no commit'}: {os.cpu_count()} processors ({model}), {memory:.0f} GB. "
            f"Other programs took {statistics.median(others):.0f} % of one processor (median; up to {max(others):.0f} %).")


if not rows:
    raise SystemExit("bench: there are no results")
text = [BEGIN, "", machine(), "", *table(), "", "### What was to hold", "", *musts(), ""]
if bad:
    text += ["Runs that did not end well:", "", *[f"- {b}" for b in bad], ""]
text.append(END)
print("\n".join(text[2:-1]))
old = page.read_text(encoding="utf-8")
before, after = old.split(BEGIN)[0], old.split(END)[1]
page.write_text(before + "\n".join(text) + after, encoding="utf-8")
sys.exit(1 if bad else 0)
