#!/usr/bin/env bash
# xandikos.sh install | start FOLDER | stop FOLDER | version
# Xandikos has one user and takes any password.
set -uo pipefail
. "$(dirname "$0")/common.sh"

case "${1:-}" in
  install) install_packages xandikos curl python3-minimal ;;
  version) dpkg-query -W -f 'Xandikos ${source:Upstream-Version}\n' xandikos ;;
  start)
    folder="$2" user=nobody
    [ "$(id -u)" = 0 ] || user="$(id -un)"
    prepare "$folder" "$user"
    port="$(free_port)"
    spawn xandikos "$folder" "$user" env HOME="$folder/data" GIT_CONFIG_GLOBAL=/dev/null \
      xandikos -d "$folder/data" -l 127.0.0.1 -p "$port" --current-user-principal /alice/ --defaults
    await "http://127.0.0.1:$port/health" xandikos "$folder"
    ready "$folder" "http://127.0.0.1:$port/" alice any ;;
  stop) end "$2/run/xandikos.pid" "$2" ;;
  *) sed -n 2p "$0"; exit 2 ;;
esac
