#!/bin/sh
# trial.sh RUN: in a mount namespace of its own, lays the staged files over the host and runs the checks.
# Where PAM changes, an account that exists only here logs in with its password, and does not with a wrong one.
LC_ALL=C PATH=/usr/sbin:/usr/bin:/sbin:/bin; export LC_ALL PATH
RUN=$1 TAB=$(printf '\t') USER=medcloud-trial; cd "$RUN" || exit 9
PAM=$(grep -c "$TAB/etc/\(pam.d\|security\)/" files)

rights() { # new/ is private to root; what is laid over has the rights that the files will have
  while IFS="$TAB" read -r op mode owner path; do
    [ "$op" = F ] && [ -f "over$path" ] || continue
    if [ "$mode" = - ]; then chmod --reference="$path" "over$path" 2>/dev/null || chmod 644 "over$path"; else chmod "$mode" "over$path"; fi
    if [ "$owner" = - ]; then chown --reference="$path" "over$path" 2>/dev/null; else chown "$owner" "over$path"; fi
  done <files
  return 0
}
account() { # a password that nobody knows, for as long as this takes
  command -v openssl >/dev/null && command -v runuser >/dev/null || return 1
  PASS=$(head -c 18 /dev/urandom | base64) HASH=$(openssl passwd -6 "$PASS") || return 1
  for f in passwd shadow group; do cp -a "/etc/$f" "over/etc/$f" || return 1; done
  echo "$USER:x:64999:64999::/:/bin/sh" >>over/etc/passwd
  echo "$USER:$HASH:$(($(date +%s) / 86400)):0:99999:7:::" >>over/etc/shadow
  echo "$USER:x:64999:" >>over/etc/group
  mkdir -p over/etc/pam.d over/etc/security counts
  # faillock keeps the counts of this login with the run: the host gets none, whatever ends it
  conf=over/etc/security/faillock.conf
  [ -f $conf ] || cp -a /etc/security/faillock.conf $conf 2>/dev/null || : >$conf
  sed -i '/^[[:space:]]*dir[[:space:]]*=/d' $conf && echo "dir = $RUN/counts" >>$conf || return 1
  if [ -f /etc/pam.d/system-auth ]; then set -- system-auth; else set -- ""; fi
  for kind in auth account session; do
    if [ -n "$1" ]; then echo "$kind include $1"; else echo "@include common-$kind"; fi
  done >over/etc/pam.d/su
}
lay() { # a read-only overlay of /etc; where the kernel has none, each file that exists is bound over
  mkdir -p over/etc && chmod 755 over over/etc && { [ ! -d new ] || cp -a new/. over/; } || return 1
  find over/etc -type d -exec chmod 755 {} +
  rights
  [ "$PAM" = 0 ] || account || PAM=0

  lay_each . ! -path './etc/*' || return 1 # what links of /etc lead to
  mount -t overlay medcloud-trial -o "lowerdir=$RUN/over/etc:/etc" /etc 2>/dev/null || lay_each ./etc
}
lay_each() {
  (cd over && find "$@" -type f) | while read -r f; do f=${f#./}; [ ! -e "/$f" ] || mount --bind "over/$f" "/$f" || exit 1; done
}
enter() { echo "$1" | timeout 20 runuser -u "$USER" -- su -c true "$USER" >/dev/null 2>&1; }
login() {
  mount -t tmpfs medcloud-trial /run/faillock 2>/dev/null # of a host that has no faillock.conf to lay over
  enter "$PASS" || { echo "PAM: 正确口令被拒绝 / the right password is refused"; return 1; }
  ! enter "not-$PASS" || { echo "PAM: 错误口令被接受 / a wrong password is accepted"; return 1; }
}

lay || { echo "mount: /etc"; exit 1; }
bad=0
for f in checks/*; do
  [ -f "$f" ] || continue
  out=$(sh "$f" </dev/null 2>&1) || { echo "$(cat "$f"): $(echo "$out" | tail -n 3)"; bad=1; }
done
[ "$PAM" = 0 ] || login || bad=1
cd /; umount /etc 2>/dev/null; rm -rf "$RUN/over" "$RUN/counts"
exit $bad
