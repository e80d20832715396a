# layer.sh BOX ARCHIVES inside|outside ROOT LOWER UPPER WORK COMMAND...
# Mounts an overlay at ROOT whose changes go to UPPER, then has BOX (chroot.sh) run COMMAND in it or for it.
set -eu
box=$1 archives=$2 where=$3 root=$4 lower=$5 upper=$6 work=$7
shift 7
mount -t overlay overlay -o "lowerdir=$lower,upperdir=$upper,workdir=$work" "$root"
exec sh "$box" "$archives" "$where" "$root" "$@"
