#!/bin/sh
# Lets the portal reach Docker on a GPU machine: over mutual TLS, and where that is wanted through a proxy that hands on only what the portal needs.
# Every command may be run again; what is right already stays. README.md says which to choose.
set -eu

usage() {
  cat <<'TEXT'
usage: setup.sh [options] command

commands
  certificates   make the authority once, and a certificate for this machine and one for the portal
  rotate         make both certificates anew from the same authority
  daemon         let dockerd itself listen, for the portal's certificate only
  proxy          leave dockerd on its socket, and put TLS and a proxy with an allowlist before it
  firewall       let only the cluster's nodes reach the port
  show           print the portal's settings and the command for its Secret

options
  --address ADDRESS   this machine's address in the network, such as 10.0.0.150
  --name NAME         a DNS name of it, if the portal uses one
  --nodes LIST        addresses of the cluster's nodes, with commas
  --roots LIST        folders that containers may mount, with commas; for proxy
  --directory FOLDER  where certificates and settings are kept; /etc/homelab-portal
  --port PORT         2376
  --days DAYS         how long the two certificates hold; 397
  --dry-run           print what would be done, and do nothing
TEXT
}

fail() { printf 'setup.sh: %s\n' "$1" >&2; exit 1; }
say() { printf '%s\n' "$1"; }

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
directory=/etc/homelab-portal
port=2376
days=397
address='' name='' nodes='' roots='' dry='' command=''

while [ $# -gt 0 ]; do
  case $1 in
    --dry-run) dry=1 ;;
    --help | -h) usage; exit 0 ;;
    --address | --name | --nodes | --roots | --directory | --port | --days)
      [ $# -gt 1 ] || fail "$1 needs a value"
      eval "${1#--}=\$2"
      shift ;;
    -*) fail "there is no option $1; --help lists them" ;;
    *) [ -z "$command" ] || fail "one command at a time"; command=$1 ;;
  esac
  shift
done

# They go into files that other programs read, so nothing but what they are may be in them.
check() { printf '%s' "$2" | tr '\n' '|' | grep -Eq "^($3)\$" || fail "$1 \"$2\" is not right: $4"; }
[ -z "$address" ] || check --address "$address" '[0-9]{1,3}(\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:]+' 'give an IP address'
[ -z "$name" ] || check --name "$name" '[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?' 'give a DNS name'
[ -z "$nodes" ] || check --nodes "$nodes" '[0-9a-fA-F.:/]+(,[0-9a-fA-F.:/]+)*' 'give IP addresses with commas'
[ -z "$roots" ] || check --roots "$roots" '/[a-zA-Z0-9._/-]+(,/[a-zA-Z0-9._/-]+)*' 'give full paths with commas'
check --directory "$directory" '/[a-zA-Z0-9._/-]+' 'give a full path'
check --port "$port" '[0-9]{1,5}' 'give a number'
check --days "$days" '[0-9]{1,4}' 'give a number'

# Runs it, or says that it would be run.
run() { if [ -n "$dry" ]; then say "+ $*"; else "$@"; fi; }

# Writes standard input into a file with the mode $2, unless it says the same already. Sets changed.
write() {
  content=$(cat)
  changed=''
  if [ -f "$1" ] && [ "$(cat "$1")" = "$content" ]; then return 0; fi
  changed=1
  if [ -n "$dry" ]; then say "+ write $1"; printf '%s\n' "$content" | sed 's/^/    /'; return 0; fi
  mkdir -p "$(dirname "$1")"
  # Never for a moment open to others, and never half written.
  (umask 077; printf '%s\n' "$content" > "$1.new")
  chmod "$2" "$1.new"
  mv "$1.new" "$1"
}

need_root() { [ -n "$dry" ] || [ "$(id -u)" = 0 ] || fail "$command changes this machine; run it as root"; }
need_certificates() { [ -n "$dry" ] || [ -f "$directory/server/cert.pem" ] || fail "there is no certificate in $directory; run the command certificates first"; }
names() { printf 'IP:%s%s' "$address" "${name:+,DNS:$name}"; }

authority() {
  if [ -f "$directory/authority/ca.pem" ]; then say "The authority in $directory/authority is kept."; return 0; fi
  run mkdir -p "$directory/authority"
  run chmod 700 "$directory/authority"
  run openssl ecparam -name prime256v1 -genkey -noout -out "$directory/authority/ca.key"
  run openssl req -x509 -new -sha256 -key "$directory/authority/ca.key" -days 3650 -subj '/CN=Homelab Portal Docker authority' \
    -addext 'basicConstraints=critical,CA:TRUE,pathlen:0' -addext 'keyUsage=critical,keyCertSign' -out "$directory/authority/ca.pem"
}

# issue FOLDER SUBJECT PURPOSE [NAMES]: key, certificate and the authority's, put in place together.
issue() {
  run mkdir -p "$directory/$1.new"
  run chmod 700 "$directory/$1.new"
  extensions=$directory/$1.new/extensions
  { printf 'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=%s\n' "$3"
    if [ -n "${4:-}" ]; then printf 'subjectAltName=%s\n' "$4"; fi
  } | write "$extensions" 600
  run openssl ecparam -name prime256v1 -genkey -noout -out "$directory/$1.new/key.pem"
  run openssl req -new -sha256 -key "$directory/$1.new/key.pem" -subj "/CN=$2" -out "$directory/$1.new/request"
  run openssl x509 -req -sha256 -in "$directory/$1.new/request" -CA "$directory/authority/ca.pem" -CAkey "$directory/authority/ca.key" \
    -set_serial "0x$(openssl rand -hex 16)" -days "$days" -extfile "$extensions" -out "$directory/$1.new/cert.pem"
  run cp "$directory/authority/ca.pem" "$directory/$1.new/ca.pem"
  run rm -f "$directory/$1.new/request" "$extensions"
  run chmod 400 "$directory/$1.new/key.pem"
  run rm -rf "$directory/$1"
  run mv "$directory/$1.new" "$directory/$1"
}

issue_server() { [ -n "$address" ] || fail "--address is needed: the portal checks that the certificate is for it"; issue server "$address" serverAuth "$(names)"; }
issue_client() { issue client homelab-portal clientAuth; }

certificates() {
  authority
  if [ -f "$directory/server/cert.pem" ]; then say "The certificate of this machine is kept; rotate makes a new one."; else issue_server; fi
  if [ -f "$directory/client/cert.pem" ]; then say "The portal's certificate is kept; rotate makes a new one."; else issue_client; fi
}

rotate() {
  [ -n "$dry" ] || [ -f "$directory/authority/ca.key" ] || fail "there is no authority in $directory; run the command certificates first"
  issue_server
  issue_client
  say "Renew the portal's Secret with what show prints, then restart what listens: docker, or stunnel4 for the proxy."
}

daemon() {
  need_root
  need_certificates
  [ -n "$address" ] || fail "--address is needed: dockerd listens there and nowhere else"
  if [ -f /etc/docker/daemon.json ] && grep -q '"hosts"' /etc/docker/daemon.json; then
    fail "/etc/docker/daemon.json has \"hosts\", which a unit's own -H contradicts. Take it out, then run this again"
  fi
  case $address in *:*) listen="[$address]" ;; *) listen=$address ;; esac
  write /etc/systemd/system/docker.service.d/homelab-portal.conf 644 <<TEXT
# Made by setup.sh: dockerd listens for the portal's certificate beside its own socket.
[Unit]
After=network-online.target
Wants=network-online.target

[Service]
ExecStart=
ExecStart=/usr/bin/dockerd -H fd:// --containerd=/run/containerd/containerd.sock -H tcp://$listen:$port --tlsverify --tlscacert $directory/server/ca.pem --tlscert $directory/server/cert.pem --tlskey $directory/server/key.pem
TEXT
  if [ -n "$changed" ]; then
    run systemctl daemon-reload
    say "Docker takes it with the next restart, which stops what has no live-restore: systemctl restart docker"
  fi
}

# All patterns of one method as one; the proxy puts ^ and $ around it.
pattern() {
  awk -v method="$1" '$1 == method { printf "%s%s", separator, $2; separator = "|" }' "$here/allowlist.txt" | sed 's#.*#/(v1\\.[0-9]+/)?(&)#'
}

proxy() {
  need_root
  need_certificates
  [ -n "$address" ] || fail "--address is needed: stunnel listens there and nowhere else"
  flags=''
  for method in GET HEAD POST PUT DELETE; do flags="$flags '-allow$method=$(pattern "$method")'"; done
  # Without a folder to mount none may be: the portal's own check is not the only one.
  # A socket in a folder of root, and no network: no other container and no other user of this machine comes by.
  write "$directory/proxy.sh" 755 <<TEXT
#!/bin/sh
# Made by setup.sh: the proxy with the portal's allowlist, reached by stunnel on this machine alone.
docker rm -f homelab-portal-socket-proxy >/dev/null 2>&1 || true
mkdir -p /run/homelab-portal && chmod 700 /run/homelab-portal && rm -f /run/homelab-portal/docker.sock
exec docker run --rm --name homelab-portal-socket-proxy --network none --user "0:\$(stat -c %g /var/run/docker.sock)" \\
  --read-only --cap-drop ALL --security-opt no-new-privileges --memory 64m \\
  --volume /var/run/docker.sock:/var/run/docker.sock:ro --volume /run/homelab-portal:/run/homelab-portal wollomatic/socket-proxy:1 \\
  -proxysocketendpoint=/run/homelab-portal/docker.sock -stoponwatchdog -watchdoginterval=60 '-allowbindmountfrom=${roots:-/nonexistent}' \\
 $flags
TEXT
  write /etc/systemd/system/homelab-portal-proxy.service 644 <<TEXT
[Unit]
Description=Allowlist before Docker for Homelab Portal
After=docker.service
Requires=docker.service

[Service]
ExecStart=$directory/proxy.sh
Restart=always
RestartSec=5

[Install]
WantedBy=multi-user.target
TEXT
  write /etc/stunnel/homelab-portal.conf 600 <<TEXT
; Made by setup.sh: TLS before the proxy, for the portal's certificate only.
[homelab-portal]
accept = $address:$port
connect = /run/homelab-portal/docker.sock
cert = $directory/server/cert.pem
key = $directory/server/key.pem
CAfile = $directory/server/ca.pem
verifyChain = yes
requireCert = yes
sslVersionMin = TLSv1.2
TIMEOUTidle = 43200
TEXT
  run systemctl daemon-reload
  run systemctl enable --now homelab-portal-proxy.service
  run systemctl restart stunnel4
}

firewall() {
  need_root
  [ -n "$nodes" ] || fail "--nodes is needed: the addresses that requests of pods come from"
  four=$(printf '%s\n' "$nodes" | tr ',' '\n' | grep -v : | paste -sd, - || true)
  six=$(printf '%s\n' "$nodes" | tr ',' '\n' | grep : | paste -sd, - || true)
  # The first line makes the table where it is missing, so that it can be removed and made anew in one step.
  {
    printf 'table inet homelab_portal\ndelete table inet homelab_portal\ntable inet homelab_portal {\n  chain input {\n    type filter hook input priority -10; policy accept;\n'
    printf '    iifname "lo" accept\n'
    if [ -n "$four" ]; then printf '    tcp dport %s ip saddr { %s } accept\n' "$port" "$four"; fi
    if [ -n "$six" ]; then printf '    tcp dport %s ip6 saddr { %s } accept\n' "$port" "$six"; fi
    printf '    tcp dport %s drop\n  }\n}\n' "$port"
  } | write "$directory/firewall.nft" 644
  write /etc/systemd/system/homelab-portal-firewall.service 644 <<TEXT
[Unit]
Description=Only the cluster reaches Docker's port
Before=network-pre.target docker.service
Wants=network-pre.target

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/usr/sbin/nft -f $directory/firewall.nft

[Install]
WantedBy=multi-user.target
TEXT
  run systemctl daemon-reload
  run systemctl enable homelab-portal-firewall.service
  run systemctl restart homelab-portal-firewall.service
}

show() {
  target=${name:-$address}
  [ -n "$target" ] || fail "--address or --name is needed"
  case $target in *:*) target="[$target]" ;; esac
  cat <<TEXT
The portal's settings, N being 0 for the first Docker host:

  Docker:Hosts:N:Name = ${name:-gpu}
  Docker:Hosts:N:Address = https://$target:$port
  Docker:Hosts:N:CertificateDirectory = /secrets/docker
  Docker:Hosts:N:LanAddress = ${address:-$target}

The Secret that deploy/kubernetes mounts there, made or renewed where kubectl reaches the cluster:

  kubectl -n homelab-portal create secret generic homelab-portal-docker --dry-run=client -o yaml \\
    --from-file=ca.pem=$directory/client/ca.pem --from-file=cert.pem=$directory/client/cert.pem --from-file=key.pem=$directory/client/key.pem \\
    | kubectl apply -f -
TEXT
}

case $command in
  certificates | rotate | daemon | proxy | firewall | show) "$command" ;;
  '') usage; exit 2 ;;
  *) fail "there is no command $command; --help lists them" ;;
esac
