# lines of the account files that no account view has: entries for NIS, passwords outside shadow, accounts without shadow, lines that are
# none of an account and that libc passes over
grep -H '^[+-]' /etc/passwd /etc/shadow /etc/group /etc/gshadow 2>/dev/null | cut -d: -f1,2 | sed 's/^/nis /' # never the hash
awk -F: '$1 !~ /^[+-]|^[[:space:]]*(#|$)/ && $2 != "x" {print "open", $1}' /etc/passwd
awk -F: 'FNR == NR {row[$1] = 1; next} $1 !~ /^[+-]|^[[:space:]]*(#|$)/ && !($1 in row) {print "unshadowed", $1}' /etc/shadow /etc/passwd
for f in /etc/passwd:7:3,4 /etc/shadow:9: /etc/group:4:3; do
  rest=${f#*:}
  awk -F: -v fields="${rest%%:*}" -v numbers="${rest#*:}" '
  $0 ~ /^[[:space:]]*(#|$)/ || /^[+-]/ { next }
  { bad = NF != fields || $1 == ""; n = split(numbers, at, ","); for (i = 1; i <= n; i++) if ($at[i] !~ /^[0-9]+$/) bad = 1 }
  bad { print "broken", FILENAME ":" FNR }' "${f%%:*}"
done
awk -F: '$2 !~ /^[!*x]*$/ {print "group", $1}' /etc/group /etc/gshadow 2>/dev/null
true
