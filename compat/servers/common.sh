# Sourced by the scripts beside it. A server runs on 127.0.0.1 only, with all it owns below one folder:
# run/ (pid files), log/, data/, and the files "url", "user", "password".

fail() { echo "${0##*/}: $*" >&2; exit 1; }

# install_packages PACKAGE...: those that are missing; no service is started by it
install_packages() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  command -v apt-get >/dev/null || fail "needs ${missing[*]}; on a Debian or Ubuntu this script installs them"
  [ "$(id -u)" = 0 ] || fail "needs ${missing[*]}: run as root, or install them first"
  local policy=/usr/sbin/policy-rc.d made=
  if [ ! -e $policy ]; then printf '#!/bin/sh\nexit 101\n' >$policy; chmod +x $policy; made=1; fi
  local apt=(apt-get -y -qq -o DPkg::Lock::Timeout=600 --no-install-recommends) status=0
  export DEBIAN_FRONTEND=noninteractive RUNLEVEL=1
  "${apt[@]}" install "${missing[@]}" >/dev/null 2>&1 ||
    { "${apt[@]}" update >/dev/null 2>&1; "${apt[@]}" install "${missing[@]}" >/dev/null; } || status=$?
  [ -z "$made" ] || rm -f $policy
  [ $status = 0 ] || fail "apt-get could not install ${missing[*]}"
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# as USER COMMAND...: as an unprivileged user when we are root
as() {
  local user="$1"; shift
  if [ "$(id -u)" = 0 ]; then setpriv --reuid="$user" --regid="$(id -g "$user")" --init-groups -- "$@"; else "$@"; fi
}

# prepare FOLDER USER: makes the folder, its parts writable for the user
prepare() {
  mkdir -p "$1/run" "$1/log" "$1/data"
  chmod 755 "$1"
  [ "$(id -u)" != 0 ] || chown "$2:" "$1/run" "$1/log" "$1/data"
  as "$2" test -w "$1/data" || fail "user $2 cannot write in $1: every folder above it needs x for others"
}

# spawn NAME FOLDER USER COMMAND...: in the background, its pid in run/NAME.pid, its output in log/NAME.log
spawn() {
  local name="$1" folder="$2" user="$3" drop=() _; shift 3
  [ "$(id -u)" != 0 ] || drop=(setpriv --reuid="$user" --regid="$(id -g "$user")" --init-groups --)
  setsid sh -c 'echo $$ >"$0"; exec "$@"' "$folder/run/$name.pid" "${drop[@]}" "$@" \
    </dev/null >"$folder/log/$name.log" 2>&1 &
  for _ in $(seq 50); do [ ! -s "$folder/run/$name.pid" ] || return 0; sleep 0.05; done
  fail "cannot start $name"
}

# running PIDFILE FOLDER: that pid lives and its command line names the folder (so it is ours)
running() {
  local pid
  [ -s "$1" ] && pid="$(tr -dc 0-9 <"$1")" && [ -r "/proc/$pid/cmdline" ] &&
    tr '\0' ' ' <"/proc/$pid/cmdline" | grep -qF -- "$2"
}

end() {
  local pid _
  if running "$1" "$2"; then
    pid="$(tr -dc 0-9 <"$1")"
    kill -TERM "$pid" 2>/dev/null
    for _ in $(seq 100); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
    kill -KILL "$pid" 2>/dev/null
  fi
  rm -f "$1"
}

# await URL NAME FOLDER: until it answers anything
await() {
  local _
  for _ in $(seq 150); do
    curl -s -o /dev/null --noproxy '*' "$1" && running "$3/run/$2.pid" "$3" && return 0
    sleep 0.2
  done
  tail -n 20 "$3/log/$2.log" >&2
  fail "$2 does not answer; see $3/log"
}

ready() { # FOLDER URL USER PASSWORD
  echo "$2" >"$1/url"; echo "$3" >"$1/user"; echo "$4" >"$1/password"
  echo "READY $2 $3 $4"
}
