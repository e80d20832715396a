# uml.sh HOST MEMORY KERNEL...
# One host with a kernel of its own. A kernel that would reboot in place finds its tap busy: it runs with noreboot, and is
# started again here. Its memory is a tmpfs that only this mount namespace sees.
set -eu
host=$1 memory=$2
shift 2
# its serial line: two pipes that stay open, whoever comes and goes
[ -p "$host/asked" ] || mkfifo -m 600 "$host/asked" "$host/answered"
exec 3<> "$host/asked" 4<> "$host/answered"
mount -t tmpfs -o "size=$memory,mode=1777" shm /dev/shm
while :; do
    rm -rf "$host/uml"
    : > "$host/log"
    "$@" || true
    tail -n 5 "$host/log" | grep -aq 'reboot: Restarting system' || break
done
