#!/usr/bin/env bash
# sogo-direct.sh install | start FOLDER | stop FOLDER | version
# SOGo without the Apache before it: it closes connections without saying so.
FRONT=none exec "$(dirname "$0")/sogo.sh" "$@"
