# namespace.sh GROUP LOWER HOST COMMAND...
# One host in namespaces. Its root, HOST/root, is an overlay that only this mount namespace sees: it ends with the host.
# GROUP is its own part of the cgroup tree: two systemds must not share one.
# COMMAND (systemd-nspawn with --keep-unit) leaves with 133 when the host reboots.
set -eu
group=/sys/fs/cgroup/$1 lower=$2 host=$3
shift 3
mount -t cgroup2 none /sys/fs/cgroup
mkdir -p "$group"
echo $$ > "$group/cgroup.procs"
mount -t overlay overlay -o "lowerdir=$lower,upperdir=$host/upper,workdir=$host/work" "$host/root"
code=133
while [ $code = 133 ]; do
    code=0
    "$@" || code=$?
done
exit $code
