ss -H -l -n -t -u -p
