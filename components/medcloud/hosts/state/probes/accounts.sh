# the kind of each password, never the hash: empty, locked, none, or the word between the first two dollars
awk -F: '
FNR == NR { h = $2; lock = 0
  if (h ~ /^!/) { lock = 1; sub(/^!+/, "", h) }
  kind = "des"; if (h == "") kind = lock ? "none" : "empty"; else if (h ~ /^[*]|^x$/) kind = "none"
  else if (h ~ /^[$]/) { split(h, part, "$"); kind = part[2] }
  row[$1] = kind ":" lock ":" $3 ":" $4 ":" $5 ":" $6 ":" $7 ":" $8; next }
$1 ~ /^[[:space:]]*(#|$)/ || $3 !~ /^[0-9]+$/ || $4 !~ /^[0-9]+$/ { next } # as libc does; account_lines names it
{ print $1 ":" $3 ":" $4 ":" $6 ":" $7 ":" ($1 in row ? row[$1] : "none:1::::::") }' /etc/shadow /etc/passwd
