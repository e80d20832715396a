ip -o link 2>/dev/null | sed 's/^/link /'
ip -o -6 route show default 2>/dev/null | sed 's/^/default6 /'
awk '$1 == "nameserver" {print "nameserver", $2}' /etc/resolv.conf 2>/dev/null
true
