command -v nft >/dev/null && nft -s list ruleset
for tool in iptables ip6tables; do command -v $tool-save >/dev/null && $tool-save 2>/dev/null | sed "s/^/$tool /"; done
true
