# Runs once in a new base: what every host of the lab has, whatever its system.
# an operator with a key and all rights, a plain user with a password; keys and passwords come with the host
useradd --create-home --shell /bin/bash --comment 'Lab operator' ops
useradd --create-home --shell /bin/bash --comment 'Lab user' clerk
printf 'ops ALL=(ALL:ALL) NOPASSWD: ALL\n' > /etc/sudoers.d/ops
chmod 440 /etc/sudoers.d/ops
# each host has keys and an identity of its own
rm -f /etc/ssh/ssh_host_*
: > /etc/machine-id
rm -f /etc/hostname /var/lib/dbus/machine-id
# what would wake up by itself and change things
for unit in apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer e2scrub_reap.service \
    dailyaidecheck.timer lynis.timer systemd-networkd-wait-online.service; do
    systemctl -q mask "$unit" || true
done
# the address is the lab's to give; names are those of /etc/hosts
systemctl -q disable systemd-networkd systemd-resolved 2> /dev/null || true
systemctl -q set-default multi-user.target
# Debian's rpm looks for its database in a home directory
mkdir -p /etc/rpm
printf '%%_dbpath /var/lib/rpm\n' > /etc/rpm/macros
rm -rf /var/log/*.log /var/log/apt /var/cache/apt/*.bin /var/cache/debconf/*-old /var/lib/dpkg/*-old /tmp/* /etc/resolv.conf
