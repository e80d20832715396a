#!/bin/busybox sh
# What the emulated kernel starts first: the drivers of its disks, network and serial line, then what its command line
# says, by the shell of the disk. Runs in the initramfs; /m holds the drivers in the order in which they need each other.
b=/bin/busybox
$b mount -t devtmpfs dev /dev
for driver in /m/*.ko; do
    $b insmod "$driver"
done
for _ in 1 2 3 4 5 6 7 8 9 10; do
    [ -b /dev/vda ] && break
    $b sleep 1
done
$b mount -t ext4 /dev/vda /new || exec $b poweroff -f
$b mount --move /dev /new/dev
exec $b switch_root /new /bin/sh "$@"
