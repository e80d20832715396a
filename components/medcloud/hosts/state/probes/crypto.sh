command -v openssl >/dev/null || exit 0
openssl version | sed 's/^/version /'
openssl list -cipher-algorithms 2>/dev/null | grep -qi sm4 && echo algorithm SM4
openssl list -digest-algorithms 2>/dev/null | grep -qi sm3 && echo algorithm SM3
openssl list -public-key-algorithms 2>/dev/null | grep -qi sm2 && echo algorithm SM2
openssl ciphers -s -tls1_3 2>/dev/null | tr ':' '\n' | sed 's/^/suite /'
[ -r /etc/crypto-policies/state/current ] && echo "policy $(cat /etc/crypto-policies/state/current)"
# certificates of the host itself; bundles of authorities are links or lie elsewhere
for f in /etc/pki/tls/certs/*.crt /etc/pki/tls/certs/*.pem /etc/ssl/*.crt /etc/ssl/*.pem /etc/medcloud/*.crt /etc/nginx/ssl/*.crt; do
  [ -f "$f" ] && [ ! -L "$f" ] || continue
  end=$(openssl x509 -noout -enddate -in "$f" 2>/dev/null) && echo "certificate $(date -d "${end#*=}" +%s) $f"
done
true
