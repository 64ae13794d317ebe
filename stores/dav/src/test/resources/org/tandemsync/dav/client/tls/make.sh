set -e
D=36500
openssl ecparam -name prime256v1 -genkey -noout -out ca.key
openssl req -x509 -new -key ca.key -days $D -subj "/CN=Tandem test authority" -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign -out ca.pem
mkcert() { # name subj san eku
  openssl ecparam -name prime256v1 -genkey -noout -out $1.ec
  openssl pkcs8 -topk8 -nocrypt -in $1.ec -out $1.key
  openssl req -new -key $1.key -subj "$2" -out $1.csr
  printf "%s\nextendedKeyUsage=%s\nbasicConstraints=CA:FALSE\n" "$3" "$4" > $1.ext
  openssl x509 -req -in $1.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days $D -extfile $1.ext -out $1.pem
  openssl pkcs12 -export -inkey $1.key -in $1.pem -certfile ca.pem -passout pass:changeit -out $1.p12
}
mkcert server "/CN=localhost" "subjectAltName=DNS:localhost,IP:127.0.0.1" serverAuth
mkcert elsewhere "/CN=elsewhere.example" "subjectAltName=DNS:elsewhere.example" serverAuth
mkcert alice "/CN=alice" "subjectAltName=email:alice@example.org" clientAuth
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout self.key -days $D -subj "/CN=self-signed" -out self.pem
openssl pkcs12 -export -inkey self.key -in self.pem -passout pass:changeit -out self.p12
openssl pkcs8 -topk8 -in alice.key -v2 aes-256-cbc -v2prf hmacWithSHA256 -passout pass:changeit -out alice-encrypted.key
rm -f *.csr *.ext *.srl *.ec ca.key self.key server.key elsewhere.key server.pem elsewhere.pem
ls
# a store with many certificates: bob's renewed one is good for longer, carol's has run out
person() { # alias subject from days
  keytool -genkeypair -keystore people.p12 -storepass changeit -alias $1 -keyalg EC -groupname secp256r1 -dname "$2" -startdate "$3" -validity $4
}
person bob-old "CN=bob, O=Firm" "2026/01/01 00:00:00" 730
person bob-new "CN=bob, O=Firm" "2026/06/01 00:00:00" 20000
person carol "CN=carol, O=Firm" "2020/01/01 00:00:00" 365
person dora "CN=dora, O=Firm" "2026/01/01 00:00:00" 20000
