command -v getenforce >/dev/null && echo "selinux $(getenforce)"
command -v getstatus >/dev/null && getstatus 2>/dev/null | sed 's/^/kysec /'
[ -r /sys/kernel/security/lsm ] && echo "lsm $(cat /sys/kernel/security/lsm)"
[ -r /sys/module/apparmor/parameters/enabled ] && echo "apparmor $(cat /sys/module/apparmor/parameters/enabled)"
true
