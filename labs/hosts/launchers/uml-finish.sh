# Runs once in the layer of hosts with a kernel of their own.
for version in /usr/lib/modules/*; do
    depmod "${version##*/}"
done
printf '/dev/ubda / ext4 defaults 0 1\n' > /etc/fstab
printf 'SELINUX=permissive\nSELINUXTYPE=default\n' > /etc/selinux/config
# the address comes from a file of the host's own; a login prompt waits at the console
systemctl -q enable systemd-networkd auditd getty@tty1
systemctl -q mask systemd-networkd-wait-online.service
