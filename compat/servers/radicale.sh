#!/usr/bin/env bash
# radicale.sh install | start FOLDER | stop FOLDER | version
set -uo pipefail
. "$(dirname "$0")/common.sh"

case "${1:-}" in
  install) install_packages radicale curl python3-minimal ;;
  version) dpkg-query -W -f 'Radicale ${source:Upstream-Version}\n' radicale ;;
  start)
    folder="$2" user=radicale
    [ "$(id -u)" = 0 ] || user="$(id -un)"
    prepare "$folder" "$user"
    port="$(free_port)"
    echo alice:alicepw >"$folder/users"
    cat >"$folder/config" <<CONF
[server]
hosts = 127.0.0.1:$port
[auth]
type = htpasswd
htpasswd_filename = $folder/users
htpasswd_encryption = plain
delay = 0
[rights]
type = owner_only
[storage]
filesystem_folder = $folder/data
[web]
type = none
[logging]
level = warning
CONF
    spawn radicale "$folder" "$user" env -u RADICALE_CONFIG HOME="$folder/data" radicale --config "$folder/config"
    await "http://127.0.0.1:$port/" radicale "$folder"
    # the first request of a user makes the user's home
    curl -s -o /dev/null --noproxy '*' -u alice:alicepw -X PROPFIND -H 'Depth: 0' "http://127.0.0.1:$port/alice/"
    ready "$folder" "http://127.0.0.1:$port/" alice alicepw ;;
  stop) end "$2/run/radicale.pid" "$2" ;;
  *) sed -n 2p "$0"; exit 2 ;;
esac
