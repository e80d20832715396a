echo "uid $(id -u)"; echo "user $(id -un)"; echo "name $(hostname)"; echo "kernel $(uname -r)"; echo "isa $(uname -m)"
echo "time $(date +%s)"; echo "boot $(cat /proc/sys/kernel/random/boot_id)"
echo "container $(systemd-detect-virt -c 2>/dev/null || echo none)"
