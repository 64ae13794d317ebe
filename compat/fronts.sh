#!/usr/bin/env bash
# fronts.sh install | start FOLDER | stop FOLDER | version
# Radicale behind Apache with each way in that an account can have: TLS by an authority of its own, by a certificate that
# nobody vouches for, with certificates of clients, Digest, Kerberos; a tinyproxy that wants a password; a dnsmasq with SRV and TXT.
# What is where is in FOLDER/access.json.
set -uo pipefail
export PATH="$PATH:/usr/sbin"
here="$(cd "$(dirname "$0")" && pwd)"
. "$here/servers/common.sh"
user=www-data
[ "$(id -u)" = 0 ] || user="$(id -un)"

certificates() { # FOLDER
  local d="$1/tls" quiet=/dev/null
  mkdir -p "$d"
  (
    cd "$d" || exit 1
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout ca.key -days 30 \
      -subj "/CN=Compat authority" -addext basicConstraints=critical,CA:TRUE -out ca.pem
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout self.key -days 30 \
      -subj "/CN=self-signed" -out self.pem
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout other.key -days 30 \
      -subj "/CN=another one" -out other.pem
    for name in server alice; do
      openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout $name.key -subj "/CN=$name" -out $name.csr
      echo "subjectAltName=DNS:localhost,IP:127.0.0.1,DNS:dav.example.test" >$name.ext
      openssl x509 -req -in $name.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -extfile $name.ext -out $name.pem
    done
    openssl pkcs12 -export -inkey alice.key -in alice.pem -passout pass:s3cret-p12 -out alice.p12
    chmod 644 ./*
  ) >"$quiet" 2>&1 || fail "openssl cannot make certificates"
}

# a realm of its own: alice by her password, and the server HTTP/localhost
kerberos() { # FOLDER PORT
  local d="$1/kdc"
  mkdir -p "$d"
  cat >"$1/krb5.conf" <<CONF
[libdefaults]
 default_realm = COMPAT.TEST
 dns_lookup_kdc = false
 dns_canonicalize_hostname = false
 rdns = false
 udp_preference_limit = 1
[realms]
 COMPAT.TEST = {
  kdc = 127.0.0.1:$2
 }
[domain_realm]
 localhost = COMPAT.TEST
CONF
  cat >"$d/kdc.conf" <<CONF
[kdcdefaults]
 kdc_listen = 127.0.0.1:$2
 kdc_tcp_listen = 127.0.0.1:$2
[realms]
 COMPAT.TEST = {
  database_name = $d/principal
  key_stash_file = $d/stash
  acl_file = $d/acl
 }
CONF
  (
    export KRB5_CONFIG="$1/krb5.conf" KRB5_KDC_PROFILE="$d/kdc.conf"
    kdb5_util create -s -r COMPAT.TEST -P "$(head -c 24 /dev/urandom | base64)"
    kadmin.local -r COMPAT.TEST addprinc -pw krb-pw alice
    kadmin.local -r COMPAT.TEST addprinc -randkey HTTP/localhost
    kadmin.local -r COMPAT.TEST ktadd -k "$1/http.keytab" HTTP/localhost
  ) >"$1/log/kdb.log" 2>&1 || fail "no realm can be made; see $1/log/kdb.log"
  chmod 644 "$1/http.keytab"
  [ "$(id -u)" != 0 ] || chown -R "$user:" "$d"
  KRB5_CONFIG="$1/krb5.conf" KRB5_KDC_PROFILE="$d/kdc.conf" \
    spawn krb5kdc "$1" "$user" krb5kdc -n -r COMPAT.TEST -P "$1/run/krb5kdc.own"
}

apache() { # FOLDER RADICALE-PORT CA SELF CLIENT DIGEST TICKETS
  local module modules=/usr/lib/apache2/modules proxy="ProxyPass / $2 retry=0 nocanon
  ProxyPassReverse / $2"
  printf 'alice:tandem:%s\n' "$(printf 'alice:tandem:digest-pw' | md5sum | cut -d' ' -f1)" >"$1/digest"
  {
    for module in mpm_event authz_core authz_user authn_core authn_file auth_digest auth_gssapi proxy proxy_http headers ssl socache_shmcb; do
      [ ! -e "$modules/mod_$module.so" ] || echo "LoadModule ${module}_module $modules/mod_$module.so"
    done
    cat <<CONF
ServerRoot $1
ServerName 127.0.0.1
PidFile $1/run/apache2.pid
ErrorLog $1/log/apache2.errors
DefaultRuntimeDir $1/run
Mutex file:$1/run
DocumentRoot $1/data
ProxyPreserveHost On
AllowEncodedSlashes NoDecode
Listen 127.0.0.1:$3
<VirtualHost 127.0.0.1:$3>
  SSLEngine on
  SSLCertificateFile $1/tls/server.pem
  SSLCertificateKeyFile $1/tls/server.key
  $proxy
</VirtualHost>
Listen 127.0.0.1:$4
<VirtualHost 127.0.0.1:$4>
  SSLEngine on
  SSLCertificateFile $1/tls/self.pem
  SSLCertificateKeyFile $1/tls/self.key
  $proxy
</VirtualHost>
Listen 127.0.0.1:$5
<VirtualHost 127.0.0.1:$5>
  SSLEngine on
  SSLProtocol -all +TLSv1.3
  SSLCertificateFile $1/tls/server.pem
  SSLCertificateKeyFile $1/tls/server.key
  SSLCACertificateFile $1/tls/ca.pem
  SSLVerifyClient require
  $proxy
</VirtualHost>
Listen 127.0.0.1:$6
<VirtualHost 127.0.0.1:$6>
  <Location />
    AuthType Digest
    AuthName tandem
    AuthUserFile $1/digest
    Require valid-user
    RequestHeader set Authorization "Basic $(printf alice:alicepw | base64)"
  </Location>
  $proxy
</VirtualHost>
Listen 127.0.0.1:$7
<VirtualHost 127.0.0.1:$7>
  SSLEngine on
  SSLCertificateFile $1/tls/server.pem
  SSLCertificateKeyFile $1/tls/server.key
  <Location />
    AuthType GSSAPI
    AuthName tandem
    GssapiCredStore keytab:$1/http.keytab
    Require user alice@COMPAT.TEST
    RequestHeader set Authorization "Basic $(printf alice:alicepw | base64)"
  </Location>
  $proxy
</VirtualHost>
CONF
  } >"$1/apache2.conf"
  spawn apache2 "$1" "$user" apache2 -d "$1" -f "$1/apache2.conf" -DFOREGROUND
  await "http://127.0.0.1:$6/" apache2 "$1"
}

case "${1:-}" in
  install)
    "$here/servers/radicale.sh" install
    install_packages apache2 tinyproxy-bin dnsmasq-base openssl curl python3-minimal \
      krb5-kdc krb5-admin-server krb5-user libapache2-mod-auth-gssapi ;;
  version)
    dpkg-query -W -f '${Package} ${source:Upstream-Version}\n' radicale apache2 tinyproxy-bin dnsmasq-base krb5-kdc libapache2-mod-auth-gssapi | paste -sd, | sed 's/,/, /g' ;;
  start)
    folder="$2"
    mkdir -p "$folder/radicale"
    chmod 755 "$folder"
    "$here/servers/radicale.sh" start "$folder/radicale" >/dev/null || fail "Radicale does not start"
    prepare "$folder" "$user"
    certificates "$folder"
    ca="$(free_port)" self="$(free_port)" client="$(free_port)" digest="$(free_port)"
    tickets="$(free_port)" kdc="$(free_port)"
    kerberos "$folder" "$kdc"
    KRB5_CONFIG="$folder/krb5.conf" apache "$folder" "$(cat "$folder/radicale/url")" "$ca" "$self" "$client" "$digest" "$tickets"
    proxy="$(free_port)" dns="$(free_port)"
    cat >"$folder/tinyproxy.conf" <<CONF
Port $proxy
Listen 127.0.0.1
Timeout 60
Allow 127.0.0.1
MaxClients 50
BasicAuth pat proxy-pw
ConnectPort $ca
LogFile "$folder/log/tinyproxy.requests"
LogLevel Connect
CONF
    spawn tinyproxy "$folder" "$user" tinyproxy -d -c "$folder/tinyproxy.conf"
    await "http://127.0.0.1:$proxy/" tinyproxy "$folder"
    spawn dnsmasq "$folder" "$user" dnsmasq --no-daemon --conf-file=/dev/null --port="$dns" --listen-address=127.0.0.1 \
      --bind-interfaces --no-resolv --no-hosts --pid-file="$folder/run/dnsmasq.own" \
      --srv-host=_caldavs._tcp.example.test,dav.example.test,"$ca",10 \
      --srv-host=_caldavs._tcp.example.test,nowhere.example.test,1,20 \
      --txt-record=_caldavs._tcp.example.test,path=/alice/ \
      --srv-host=_caldavs._tcp.elsewhere.test,dav.example.test,"$ca"
    echo "127.0.0.1 dav.example.test" >"$folder/hosts"
    printf '{"ca": %s, "self": %s, "client": %s, "digest": %s, "tickets": %s, "proxy": %s, "dns": %s}\n' \
      "$ca" "$self" "$client" "$digest" "$tickets" "$proxy" "$dns" >"$folder/access.json"
    ready "$folder" "https://127.0.0.1:$ca/" alice alicepw ;;
  stop)
    for name in dnsmasq tinyproxy apache2 krb5kdc; do end "$2/run/$name.pid" "$2"; done
    "$here/servers/radicale.sh" stop "$2/radicale" ;;
  *) sed -n 2p "$0"; exit 2 ;;
esac
