echo "cmdline $(cat /proc/cmdline)"
if [ -d /sys/firmware/efi ]; then echo firmware efi; else echo firmware other; fi
command -v mokutil >/dev/null && mokutil --sb-state 2>/dev/null | sed 's/^/secure_boot /'
[ -e /sys/class/tpm/tpm0 ] && echo tpm yes
[ -r /sys/kernel/security/ima/policy ] && echo ima yes
[ -r /sys/kernel/security/ima/runtime_measurements_count ] && echo "ima_count $(cat /sys/kernel/security/ima/runtime_measurements_count)"
[ -r /sys/kernel/security/lockdown ] && echo "lockdown $(cat /sys/kernel/security/lockdown)"
[ -r /sys/module/module/parameters/sig_enforce ] && echo "sig_enforce $(cat /sys/module/module/parameters/sig_enforce)"
# that a boot loader has a password, never the password's hash
for f in /boot/grub/grub.cfg /boot/grub2/grub.cfg /boot/efi/EFI/*/grub.cfg /boot/grub2/user.cfg /boot/efi/EFI/*/user.cfg; do
  [ -r "$f" ] || continue
  echo "loader $f"; grep -qE '^[[:blank:]]*(password_pbkdf2|GRUB2_PASSWORD=grub)' "$f" && echo "loader_password $f"
done
grep -s . /sys/devices/system/cpu/vulnerabilities/* | sed 's|^/sys/devices/system/cpu/vulnerabilities/|cpu |; s/:/ /'
grep -sE '^CONFIG_INIT_ON_(ALLOC|FREE)_DEFAULT_ON=y' "/boot/config-$(uname -r)" | sed 's/^/config /'
true
