# first.sh LINE: from the seed disk, mounted at /mnt, before init. Gives the host what is its own, once, and on LINE a way
# in past sshd.
mount -t proc proc /proc
if ! cmp -s /mnt/root/etc/machine-id /etc/machine-id; then
    cp -a /mnt/root/. /
    if grep -q selinux /proc/cmdline; then
        (cd /mnt/root && find . -mindepth 1 | sed 's/^\.//') |
            setfiles -F -f - /etc/selinux/default/contexts/files/file_contexts
    fi
fi
agent=$(cat /mnt/agent.py)
umount -l /mnt # this script is read from there
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/root \
    setsid python3 -I -c "$agent" "$1" < /dev/null > /dev/null 2>&1 &
umount /proc
exec /sbin/init
