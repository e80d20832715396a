awk '{print "loaded", $1}' /proc/modules
modprobe -c 2>/dev/null | grep '^install '
true
