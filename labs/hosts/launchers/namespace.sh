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

# What a kernel forgets at a boot, and a network namespace that lives on does not.
settings() { grep -rs . /proc/sys/net || true; }
forget() {
    for words in "nft flush ruleset" "iptables-legacy -F" "ip6tables-legacy -F"; do
        chroot "$host/root" $words 2>/dev/null || true
    done
    settings > "$host/settings.now"
    # by name and value only: a file of several lines is no setting
    grep -vxFf "$host/settings.now" "$host/settings" | while IFS=: read -r file value; do
        echo "$value" > "$file" || true
    done 2>/dev/null
}
settings > "$host/settings"

code=133
while [ $code = 133 ]; do
    code=0
    "$@" || code=$?
    [ $code != 133 ] || forget
done
exit $code
