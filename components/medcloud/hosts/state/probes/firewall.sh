command -v nft >/dev/null && nft -s list ruleset
# whether this kernel filters both families in one table: asked as a dry run, nothing is added
command -v nft >/dev/null && echo 'add table inet medcloud_probe' | nft -c -f - 2>/dev/null && echo 'can inet'
for tool in iptables ip6tables; do command -v $tool-save >/dev/null && $tool-save 2>/dev/null | sed "s/^/$tool /"; done
ss -H -n -t state established 2>/dev/null | awk '{print "peer", $3, $4}'
true
