# chroot.sh ARCHIVES inside|outside ROOT COMMAND...
# Runs COMMAND in ROOT, or on this machine for ROOT, with what a package's scripts look for. The mounts are the caller's
# private ones. Services must not start: policy-rc.d says so while this runs.
set -eu
archives=$1 where=$2 root=$3
shift 3
mkdir -p "$root/proc" "$root/dev" "$root/sys" "$root/var/cache/apt/archives" "$root/usr/sbin"
mount -t proc proc "$root/proc"
mount -t sysfs -o ro sysfs "$root/sys"
mount -t tmpfs -o mode=755 dev "$root/dev"
for node in null zero full random urandom tty; do
    touch "$root/dev/$node"
    mount --bind "/dev/$node" "$root/dev/$node"
done
mkdir "$root/dev/pts" "$root/dev/shm"
ln -s /proc/self/fd "$root/dev/fd"
mount --bind "$archives" "$root/var/cache/apt/archives"
mount -t tmpfs run "$root/run"
printf '#!/bin/sh\nexit 101\n' > "$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"
hostname localhost
export PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive HOME=/root
code=0
if [ "$where" = inside ]; then
    env -u APT_CONFIG chroot "$root" "$@" || code=$?
else
    "$@" || code=$?
fi
rm -f "$root/usr/sbin/policy-rc.d"
exit $code
