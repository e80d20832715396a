command -v nft >/dev/null && nft -s list ruleset
# whether this kernel filters both families in one table: asked as a dry run, nothing is added
v=none
if command -v nft >/dev/null && echo 'add table inet medcloud_probe' | nft -c -f - 2>/dev/null
then
  echo 'can inet'
else
  # the older one first: the newer one answers even where this kernel has no tables for it
  for v in -legacy "" none; do iptables$v -S INPUT >/dev/null 2>&1 && ip6tables$v -S INPUT >/dev/null 2>&1 && break; done
fi
if [ "$v" != none ]; then
  echo "can iptables$v"
  for tool in iptables ip6tables; do $tool$v-save 2>/dev/null | sed "s/^/$tool /"; done
fi
# who is connected now must not be shut out: without an answer nothing is changed
peers=$(ss -H -n -t state established) || exit 1
echo "$peers" | awk 'NF {print "peer", $3, $4}'
