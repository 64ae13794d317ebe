#!/usr/bin/env bash
# sogo.sh install | start FOLDER | stop FOLDER | version
# SOGo with a database and a memcached of its own, behind Apache as SOGo is always run. FRONT=none: sogod itself,
# which closes connections without saying so: the harder test of a client's retries.
set -uo pipefail
. "$(dirname "$0")/common.sh"
FRONT="${FRONT:-apache}"
PG="$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)"
user=sogo pguser=postgres
[ "$(id -u)" = 0 ] || { user="$(id -un)"; pguser="$user"; }

start_database() { # FOLDER PORT
  mkdir -p "$1/pg"
  [ "$(id -u)" != 0 ] || chown postgres: "$1/pg"
  as $pguser chmod 700 "$1/pg"
  as $pguser "$PG/initdb" -D "$1/pg" -U postgres -E UTF8 --locale=C -A trust --no-sync >"$1/log/initdb.log" ||
    fail "initdb failed; see $1/log/initdb.log"
  as $pguser tee -a "$1/pg/postgresql.conf" >/dev/null <<CONF
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
fsync = off
full_page_writes = off
CONF
  as $pguser "$PG/pg_ctl" -D "$1/pg" -w -t 60 -l "$1/pg/server.log" -o "-p $2" start >/dev/null ||
    fail "PostgreSQL does not start; see $1/pg/server.log"
  PGOPTIONS='-c client_min_messages=warning' "$PG/psql" -X -q -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$2" -U postgres \
    -d postgres -c "create role sogo login password 'sogo'" \
    -c "create database sogo owner sogo encoding 'UTF8' template template0" || fail "no database"
  "$PG/psql" -X -q -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$2" -U postgres -d sogo <<'SQL' || fail "no users"
set role sogo;
create table sogo_users (c_uid varchar(64) primary key, c_name varchar(64), c_password varchar(128),
  c_cn varchar(128), mail varchar(128), kind varchar(16), bookings integer);
insert into sogo_users values ('alice', 'alice', 'alicepw', 'Alice Tester', 'alice@example.org', null, null),
  ('bob', 'bob', 'bobpw', 'Bob Tester', 'bob@example.org', null, null),
  ('blue', 'blue', 'bluepw', 'Blue Room', 'blue@example.org', 'location', 1),
  ('beamer', 'beamer', 'beamerpw', 'Beamer', 'beamer@example.org', 'thing', 1);
SQL
}

start_sogod() { # FOLDER PORT DATABASE-PORT
  local db="postgresql://sogo:sogo@127.0.0.1:$3/sogo"
  as $user setsid memcached -d -s "$1/run/mc" -a 0700 -m 64 -P "$1/run/memcached.pid" </dev/null >"$1/log/memcached.log" 2>&1 ||
    fail "memcached does not start; see $1/log/memcached.log"
  # arguments win over /etc/sogo/sogo.conf
  as $user env HOME="$1/data" GNUSTEP_USER_DEFAULTS_DIR="$1/data" LC_ALL=C.UTF-8 TZ=UTC setsid sogod \
    -WOPort "127.0.0.1:$2" -WOWorkersCount 8 -WOListenQueueSize 128 \
    -WOPidFile "$1/run/sogod.pid" -WOLogFile "$1/log/sogod.log" -SxVMemLimit 1024 \
    -SOGoMemcachedHost "$1/run/mc" -SOGoProfileURL "$db/sogo_user_profile" \
    -OCSFolderInfoURL "$db/sogo_folder_info" -OCSSessionsFolderURL "$db/sogo_sessions_folder" \
    -OCSEMailAlarmsFolderURL "$db/sogo_alarms_folder" -OCSAdminURL "$db/sogo_admin" \
    -OCSStoreURL "$db/sogo_store" -OCSAclURL "$db/sogo_acl" -OCSCacheFolderURL "$db/sogo_cache_folder" \
    -SOGoUserSources "({ type = sql; id = directory; viewURL = \"$db/sogo_users\"; canAuthenticate = YES; isAddressBook = YES; displayName = \"Directory\"; userPasswordAlgorithm = plain; MailFieldNames = (mail); KindFieldName = kind; MultipleBookingsFieldName = bookings; })" \
    -SOGoMailDomain example.org -SOGoTimeZone Europe/Berlin -SOGoLanguage English \
    -SOGoAppointmentSendEMailNotifications NO -SOGoEnableEMailAlarms NO -SOGoFoldersSendEMailNotifications NO \
    -SOGoIMAPServer imap://127.0.0.1:1 -SOGoSMTPServer smtp://127.0.0.1:1 -SOGoMaximumFailedLoginCount 0 \
    </dev/null >"$1/log/sogod.out" 2>&1
  await "http://127.0.0.1:$2/SOGo/dav/" sogod "$1"
}

start_apache() { # FOLDER PORT SOGOD-PORT
  local module modules=/usr/lib/apache2/modules
  {
    for module in mpm_event authz_core proxy proxy_http headers rewrite setenvif env; do
      [ ! -e "$modules/mod_$module.so" ] || echo "LoadModule ${module}_module $modules/mod_$module.so"
    done
    cat <<CONF
ServerRoot $1
ServerName 127.0.0.1
Listen 127.0.0.1:$2
PidFile $1/run/apache2.pid
ErrorLog $1/log/apache2.log
DefaultRuntimeDir $1/run
Mutex file:$1/run
DocumentRoot $1/data
MaxKeepAliveRequests 0
ProxyPreserveHost On
SetEnv proxy-nokeepalive 1
AllowEncodedSlashes NoDecode
ProxyPass /SOGo http://127.0.0.1:$3/SOGo retry=0 nocanon
<Proxy http://127.0.0.1:$3/SOGo>
  SetEnvIf Host (.*) HTTP_HOST=\$1
  RequestHeader set "x-webobjects-server-port" "$2"
  RequestHeader set "x-webobjects-server-name" "%{HTTP_HOST}e" env=HTTP_HOST
  RequestHeader set "x-webobjects-server-url" "http://%{HTTP_HOST}e" env=HTTP_HOST
  RequestHeader set "x-webobjects-server-protocol" "HTTP/1.0"
  RequestHeader unset "x-webobjects-remote-user"
</Proxy>
RewriteEngine On
RewriteRule ^/.well-known/(caldav|carddav)/?\$ /SOGo/dav [R=301]
CONF
  } >"$1/apache2.conf"
  as $user setsid apache2 -d "$1" -f "$1/apache2.conf" -k start </dev/null >"$1/log/apache2.out" 2>&1 ||
    fail "apache2 does not start; see $1/log/apache2.out"
  await "http://127.0.0.1:$2/SOGo/dav/" apache2 "$1"
}

export PATH="$PATH:/usr/sbin"
case "${1:-}" in
  install)
    packages=(sogo memcached postgresql curl python3-minimal)
    [ "$FRONT" = none ] || packages+=(apache2)
    install_packages "${packages[@]}" ;;
  version)
    front=; [ "$FRONT" = none ] || front=' behind Apache'
    dpkg-query -W -f "SOGo \${source:Upstream-Version}$front\n" sogo ;;
  start)
    folder="$2"
    prepare "$folder" "$user"
    dbport="$(free_port)" port="$(free_port)" back="$port"
    start_database "$folder" "$dbport"
    [ "$FRONT" = none ] || back="$(free_port)"
    start_sogod "$folder" "$back" "$dbport"
    [ "$FRONT" = none ] || start_apache "$folder" "$port" "$back"
    url="http://127.0.0.1:$port/SOGo/dav/"
    # the first look makes a user's own folders
    for home in Calendar Contacts; do
      for _ in $(seq 50); do
        status="$(curl -s -o /dev/null -w '%{http_code}' --noproxy '*' -u alice:alicepw -X PROPFIND -H 'Depth: 1' "${url}alice/$home/")"
        [ "$status" != 207 ] || break
        sleep 0.2
      done
      [ "$status" = 207 ] || fail "alice gets no answer ($status); see $folder/log"
    done
    ready "$folder" "$url" alice alicepw ;;
  stop)
    end "$2/run/apache2.pid" "$2"
    end "$2/run/sogod.pid" "$2"
    end "$2/run/memcached.pid" "$2"
    [ ! -s "$2/pg/postmaster.pid" ] || as $pguser "$PG/pg_ctl" -D "$2/pg" -m fast -w -t 30 stop >/dev/null 2>&1 ||
      as $pguser "$PG/pg_ctl" -D "$2/pg" -m immediate -w -t 10 stop >/dev/null 2>&1 ;;
  *) sed -n 2,4p "$0"; exit 2 ;;
esac
