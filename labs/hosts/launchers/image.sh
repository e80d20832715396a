# image.sh ROOT TREE IMAGE SIZE MKFS...
# Turns what is mounted at ROOT into an ext4 image, with SELinux labels where the tree has a policy. MKFS makes it.
set -eu
root=$1 tree=$2 image=$3 size=$4
shift 4
mkdir -p "$tree"
cp -ax "$root/." "$tree"
rm -f "$tree/usr/sbin/policy-rc.d"
contexts=/etc/selinux/default/contexts/files/file_contexts
if [ -e "$tree$contexts" ]; then
    mount -t proc proc "$tree/proc"
    chroot "$tree" setfiles -F "$contexts" / || echo "some files have no label"
    umount "$tree/proc"
fi
truncate -s "$size" "$image"
"$@" -q -d "$tree" "$image"
rm -rf --one-file-system "$tree"
