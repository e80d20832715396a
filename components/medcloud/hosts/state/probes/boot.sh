echo "cmdline $(cat /proc/cmdline)"
if [ -d /sys/firmware/efi ]; then echo firmware efi; else echo firmware other; fi
command -v mokutil >/dev/null && mokutil --sb-state 2>/dev/null | sed 's/^/secure_boot /'
[ -e /sys/class/tpm/tpm0 ] && echo tpm yes
[ -r /sys/kernel/security/ima/policy ] && echo ima yes
true
