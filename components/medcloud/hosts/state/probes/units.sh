systemctl list-unit-files --no-legend --no-pager --plain --type=service,socket,timer,target,mount 2>/dev/null | awk '{print "file", $1, $2}'
systemctl list-units --all --no-legend --no-pager --plain --type=service,socket,timer,mount 2>/dev/null | awk '{print "unit", $1, $2, $3}'
