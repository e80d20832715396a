tail -n +2 /proc/swaps | awk '{print "swap", $1, $2}'
for d in /sys/block/dm-*; do [ -r "$d/dm/uuid" ] && echo "dm /dev/${d##*/} /dev/mapper/$(cat "$d/dm/name") $(cat "$d/dm/uuid")"; done
true
