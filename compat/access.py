"""access.py TANDEM FOLDER WORK [DOCUMENT VERSION]: every way in, against what compat/fronts.sh has started in FOLDER.

Prints one line a check: "yes" or "no", a tab, what was checked; with DOCUMENT the table goes between its two marks there.
Exit status 1 if one is no.
"""

import json
import subprocess
import sys
import urllib.parse
from pathlib import Path

tandem, folder, work = (Path(p).resolve() for p in sys.argv[1:4])
ports = json.loads((folder / "access.json").read_text())
tls = folder / "tls"
secrets = {"PW": "alicepw", "P12_PW": "s3cret-p12", "DIGEST_PW": "digest-pw", "PROXY_PW": "proxy-pw", "KRB_PW": "krb-pw"}
rows = []
work.mkdir(parents=True, exist_ok=True)


def check(what, good, else_show=""):
    rows.append((what, good))
    print(f"{'yes' if good else 'no'}\t{what}" + (f"\n{else_show}" if not good else ""), flush=True)


def run(*arguments, java="", **more):
    environment = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(work), "TANDEM_JAVA_OPTIONS": java} | secrets | more
    done = subprocess.run([tandem, *arguments, "--home", work / "home"], capture_output=True, text=True, cwd=work, env=environment)
    text = done.stdout + done.stderr
    leaked = [name for name, value in secrets.items() if value in text]
    if leaked:
        check(f"no secret in the output of {arguments[0]}", False, f"{leaked}: {text}")
    return done.returncode, text


def account(url, *lines, password="PW"):
    (work / "a.toml").write_text(
        f'[accounts.a]\nurl = "{url}"\nuser = "alice"\npassword = {{ env = "{password}" }}\n' + "\n".join(lines) + "\n")
    status, text = run("apply", "-f", "a.toml")
    if status:
        raise SystemExit(text)


def works(what, *more, **environment):
    status, text = run("discover", "--account", "a", *more, **environment)
    check(what, status == 0 and "tandem-test" in text, text)


def refused(what, *words, **environment):
    status, text = run("discover", "--account", "a", **environment)
    check(what, status == 2 and all(w in text for w in words), text)



url = {name: f"https://127.0.0.1:{ports[name]}/" for name in ("ca", "self", "client")}
subprocess.run(["curl", "-sf", "--noproxy", "*", "-u", "alice:alicepw", "-X", "MKCALENDAR",
                (folder / "radicale/url").read_text().strip() + "alice/tandem-test/"], check=True)

# an authority of one's own
account(url["ca"])
refused("a server of an unknown authority is not spoken to", "not trusted", "Nothing was sent", "tandem trust")
account(url["ca"], f'tls = {{ authorities = "{tls}/ca.pem" }}')
works("TLS by an authority of the account")
account(url["ca"], f'tls = {{ authorities = "{tls}/ca.pem", least = "1.3" }}')
works("TLS 1.3 at least")

# one certificate, accepted by its fingerprint
shown = subprocess.run(["openssl", "x509", "-in", tls / "self.pem", "-noout", "-fingerprint", "-sha256"],
                       capture_output=True, text=True, check=True).stdout.strip().split("=")[1]
account(url["self"])
refused("a self-signed server is not spoken to", "not trusted", shown)
status, text = run("trust", "a", "--fingerprint", shown.replace("A", "B"))
check("another fingerprint is not accepted", status == 2 and shown in text, text)
status, text = run("trust", "a", "--fingerprint", shown)
check("openssl's fingerprint is accepted", status == 0 and "CN=self-signed" in text, text)
works("TLS with a pinned certificate, accepted by tandem trust")
for kind in ("pem", "key"):
    (tls / f"self.{kind}").write_bytes((tls / f"other.{kind}").read_bytes())
subprocess.run(["kill", "-USR1", (folder / "run/apache2.pid").read_text().strip()], check=True)
for _ in range(50):
    status, text = run("discover", "--account", "a")
    if status:
        break
check("a changed certificate is told with both fingerprints", status == 2 and shown in text and text.count("SHA-256") == 2
      and "is not who it was" in text, text)
account(url["ca"], f'tls = {{ pin = "{shown}" }}')
refused("a pin in the configuration holds against another server", "is not who it was", shown)

# a certificate of the account
account(url["client"], f'tls = {{ authorities = "{tls}/ca.pem" }}')
refused("a server that wants a certificate gets none without one", "wants a certificate of")
account(url["client"], f'tls = {{ authorities = "{tls}/ca.pem", certificate = {{ file = "{tls}/alice.p12", password = {{ env = "P12_PW" }} }} }}')
works("a client certificate of PKCS#12 (TLS 1.3 only)")
account(url["client"], f'tls = {{ authorities = "{tls}/ca.pem", certificate = {{ file = "{tls}/alice.pem", key = "{tls}/alice.key" }} }}')
works("a client certificate of PEM")

# Digest
account(f"http://127.0.0.1:{ports['digest']}/", 'sign-in = "digest"', password="DIGEST_PW")
works("Digest (Apache)")
account(f"http://127.0.0.1:{ports['digest']}/", 'sign-in = "digest"')
refused("a wrong password by Digest", "did not accept")

# Kerberos
realm = f"-Djava.security.krb5.conf={folder}/krb5.conf"
cache = work / "tickets"
kinit = {"KRB5_CONFIG": str(folder / "krb5.conf"), "KRB5CCNAME": f"FILE:{cache}", "PATH": "/usr/bin:/bin"}
tickets = (f'[accounts.a]\nurl = "https://localhost:{ports["tickets"]}/"\nsign-in = "negotiate"\n'
           f'tls = {{ authorities = "{tls}/ca.pem" }}\n')
(work / "a.toml").write_text(tickets)
run("apply", "-f", "a.toml")
refused("without tickets the way to them is told", "no Kerberos tickets", "kinit", java=realm, KRB5CCNAME=f"FILE:{cache}")
subprocess.run(["kinit", "alice"], input="krb-pw\n", text=True, check=True, capture_output=True, env=kinit)
works("Kerberos by the tickets of kinit (Apache mod_auth_gssapi)", java=realm, KRB5CCNAME=f"FILE:{cache}")
listed = subprocess.run(["klist"], text=True, check=True, capture_output=True, env=kinit).stdout
check("its cache is left as it was", "krbtgt/" in listed and "HTTP/" not in listed, listed)
(work / "a.toml").write_text(tickets + 'user = "alice"\npassword = { env = "KRB_PW" }\n')
run("apply", "-f", "a.toml")
works("Kerberos by a password, without kinit", java=realm)
refused("a wrong password for Kerberos", "does not accept user and password", java=realm, KRB_PW="wrong")

# proxies
proxy = f'url = "http://127.0.0.1:{ports["proxy"]}"'
authority = f'tls = {{ authorities = "{tls}/ca.pem" }}'
log = folder / "log/tinyproxy.requests"
account(url["ca"], authority, f"proxy = {{ {proxy} }}")
refused("a proxy that wants a password", "proxy wants to know who asks")
account(url["ca"], authority, f'proxy = {{ {proxy}, user = "pat", password = {{ env = "PROXY_PW" }} }}')
before = log.read_text().count("CONNECT") if log.exists() else 0
works("a proxy with a password (tinyproxy)")
check("the requests went through the proxy", log.read_text().count("CONNECT") > before)
host = f"https://dav.example.test:{ports['ca']}/"
java = f"-Djdk.net.hosts.file={folder}/hosts -Ddns.server=127.0.0.1:{ports['dns']}"
account(host, authority)
before = log.read_text().count("CONNECT")
env = {"https_proxy": f"http://pat:{urllib.parse.quote(secrets['PROXY_PW'])}@127.0.0.1:{ports['proxy']}"}
status, text = run("discover", "--account", "a", java=java, **env)
check("the proxy of the environment is taken", log.read_text().count("CONNECT") > before, text)
before = log.read_text().count("CONNECT")
works("no_proxy goes around it", java=java, no_proxy="example.test", **env)
account(host, authority, 'proxy = "none"')
works('proxy = "none" goes around it', java=java, **env)
check("and the proxy saw nothing of it", log.read_text().count("CONNECT") == before)

# DNS
(work / "a.toml").write_text("")
run("apply", "-f", "a.toml")
server = subprocess.run(["openssl", "x509", "-in", tls / "server.pem", "-noout", "-fingerprint", "-sha256"],
                        capture_output=True, text=True, check=True).stdout.strip().split("=")[1]
run("trust", host, "--fingerprint", server, java=java)
# Radicale knows the user as alice
status, text = run("discover", "alice@example.test", "--user", "alice", "--password-env", "PW", java=java)
check("SRV and TXT records lead to the server (dnsmasq)", status == 0 and "tandem-test" in text and host in text, text)
status, text = run("discover", "alice@elsewhere.test", "--user", "alice", "--password-env", "PW", java=java)
check("a host of another domain gets no password without a yes", status == 2 and "No password was sent" in text, text)
status, text = run("discover", "alice@example.test", "--user", "alice", "--password-env", "PW", "--toml", java=java)
toml = text[text.index("#"):] if "#" in text else ""
(work / "found.toml").write_text(toml)
applied, told = run("apply", "-f", "found.toml")
check("and what was found is a configuration", status == 0 and applied == 0 and "1 account" in told, text + told)

everything = b"".join(f.read_bytes() for f in (work / "home").rglob("*") if f.is_file())
check("no secret is in any file of Tandem's", not [n for n, v in secrets.items() if v.encode() in everything])

if len(sys.argv) > 5:
    document = Path(sys.argv[4])
    begin, end = "<!-- begin of what compat/access.py writes -->", "<!-- end of what compat/access.py writes -->"
    text = document.read_text(encoding="utf-8")
    head, rest = text.split(begin, 1)
    table = "\n".join([f"| {sys.argv[5]} | |", "|---|---|"] + [f"| {what} | {'yes' if good else '**no**'} |" for what, good in rows])
    document.write_text(f"{head}{begin}\n{table}\n{end}{rest.split(end, 1)[1]}", encoding="utf-8")
sys.exit(0 if all(good for _, good in rows) else 1)
