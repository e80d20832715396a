# lines of the account files that no account view has: entries for NIS, passwords outside shadow, accounts without shadow
grep -H '^[+-]' /etc/passwd /etc/shadow /etc/group /etc/gshadow 2>/dev/null | sed 's/^/nis /'
awk -F: '$1 !~ /^[+-]/ && $2 != "x" {print "open", $1}' /etc/passwd
awk -F: 'FNR == NR {row[$1] = 1; next} $1 !~ /^[+-]/ && !($1 in row) {print "unshadowed", $1}' /etc/shadow /etc/passwd
awk -F: '$2 !~ /^[!*x]*$/ {print "group", $1}' /etc/group /etc/gshadow 2>/dev/null
true
