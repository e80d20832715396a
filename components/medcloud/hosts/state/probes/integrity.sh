# signatures over AIDE's database, where the administrators' public key is here to judge them by
key=/etc/medcloud/integrity.pub
for db in /var/lib/aide/aide.db /var/lib/aide/aide.db.gz; do
  [ -f "$db.sig" ] && [ -f $key ] || continue
  if openssl dgst -sm3 -verify $key -signature "$db.sig" "$db" >/dev/null 2>&1; then echo "good $db"; else echo "bad $db"; fi
done
true
