#!/usr/bin/env bash
# embedded.sh install | start FOLDER | stop FOLDER | version
# The server of the tests and the demo, in memory.
set -uo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
. "$here/../compat/servers/common.sh"

case "${1:-}" in
  install) install_packages curl python3-minimal ;;
  version) echo "The embedded server" ;;
  start)
    folder="$2" port="$(free_port)"
    prepare "$folder" "$(id -un)"
    # the class path is long: the folder stands in an argument, by which the process is known as ours
    # C1 alone, or for the first ten thousand items the server compiles where the clients are to be measured
    spawn embedded "$folder" "$(id -un)" "${JAVA:-java}" -Xmx1536m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Dfolder=$folder" \
      -cp "$here/../distribution/target/tandem/lib/*" org.tandemsync.testkit.server.EmbeddedDavServerMain "$port"
    await "http://127.0.0.1:$port/" embedded "$folder"
    ready "$folder" "http://127.0.0.1:$port/" alice alicepw ;;
  stop) end "$2/run/embedded.pid" "$2" ;;
  *) sed -n 2,3p "$0"; exit 2 ;;
esac
