"""moves.py TANDEM SERVER_FOLDER WORK [RESULTS]: appointments and contacts that go from one folder to another, on both sides.

Two profiles keep two folders of a data file in step with two directories, where a file that goes from one to the other is an
item that somebody drags to the other folder in Outlook; two more keep the same folders in step with two collections of the
server. What only a server knows (X-OF-ANOTHER) tells an item that was moved from one that was made again. Prints one line a
check: "yes", "no" or "-" (the server has no such thing), a tab, what was checked. Exit status 1 if one is no.
"""

import shutil
import sys
import urllib.parse

from suite import Suite, card, event, in_outlook

suite = Suite(*sys.argv[1:5])
work, check, run, sync, rest, ask, on_server = suite.work, suite.check, suite.run, suite.sync, suite.rest, suite.ask, suite.on_server


def live(kind, text, one, other, ending):
    hand, what = work / kind, "an appointment" if kind == "events" else "a contact"
    media = f"text/{'calendar' if kind == 'events' else 'vcard'}; charset=utf-8"
    for folder, names in ((one, ("dragged", "edited", "stays", "sent")), (other, ("there",))):
        (hand / folder).mkdir(parents=True)
        for name in names:
            (hand / folder / f"{name}.{ending}").write_bytes(text(name).encode())
    run("copy", f"folder:{hand}", f"pst:{work}/{kind}.pst")
    targets = {one: suite.made(kind, "First"), other: suite.made(kind, "Second")}
    profiles = "".join(
        f'[[profiles]]\nname = "{side}-{folder}"\noutlook = {{ pst = "{kind}.pst", folder = "{folder}" }}\nserver = {target}\n'
        for folder, path in targets.items()
        for side, target in (("hand", f'{{ folder = "{kind}/{folder}" }}'), ("phone", f'{{ account = "a", collection = "{path}" }}')))
    suite.apply(suite.account() + profiles)
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
    status, _ = ask("MOVE", path, Destination=urllib.parse.urljoin(suite.root, second + path.rsplit("/", 1)[1]), Overwrite="F")
    moves = status in (201, 204)
    check(f"the MOVE of another client is taken: {what}", moves or None)
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
suite.apply(suite.account())
live("events", event, "Calendar", "Team", "ics")
suite.apply(suite.account())
for name in ("First", "Second"):
    run("collections", "delete", name, "--account", "a", "--yes")
live("contacts", card, "Contacts", "Friends", "vcf")
sys.exit(1 if suite.failed else 0)
