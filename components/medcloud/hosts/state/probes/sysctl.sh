sysctl -a 2>/dev/null
