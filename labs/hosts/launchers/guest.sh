# guest.sh HOST MEMORY KERNEL...
# One host with a kernel of its own. A kernel that would reboot in place finds its tap busy: it ends instead, and is
# started again here. User-mode Linux has its memory on a tmpfs that only this mount namespace sees.
set -eu
cd "$1"
memory=$2
shift 2
umask 077
unset TMPDIR TMP TEMP # user-mode Linux would keep its memory there
# its serial line: two pipes that stay open, whoever comes and goes
[ -p line.in ] || mkfifo line.in line.out
exec 3<> line.in 4<> line.out
mount -t tmpfs -o "size=$memory,mode=1777" shm /dev/shm
while :; do
    rm -rf uml tty
    : > log
    "$@" || true
    tail -n 5 log | grep -aq 'reboot: Restarting system' || break
done
