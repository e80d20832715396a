#!/bin/sh
# One change of this host, as a transaction that the host itself can undo. Run as root, from the folder of the run:
#   stage | check | go SECONDS TOKEN | confirm TOKEN | expire | rollback | edited | restore [KEPT-LIST] | phase
# files:   op TAB mode TAB owner TAB path   (op: F content, R rights only, D removed, K kept for an act; - unchanged)
# base     sha256 TAB path: the files as the plan saw them
# new/     staged content; old/ what was there (cp -a); acts/NN.do NN.undo NN.must; checks/NN
# Killed at any point, `rollback` (or the timer, or the unit at boot) brings everything back; each step may be repeated.
LC_ALL=C PATH=/usr/sbin:/usr/bin:/sbin:/bin; export LC_ALL PATH
umask 077
RUN=$(cd "$(dirname "$0")" && pwd) || exit 9
ID=${RUN##*/} UNIT=medcloud-harden-$ID BOOT=medcloud-harden-recover.service TAB=$(printf '\t')
cd "$RUN" || exit 9

die() { echo "$*" >&2; exit 1; }
phase() { cat phase 2>/dev/null || echo none; }
enter() { echo "$1" >phase.tmp && mv -f phase.tmp phase && sync phase 2>/dev/null; }
say() { logger -t medcloud "harden $ID: $*" 2>/dev/null; }
temp() { echo "${1%/*}/.medcloud.$ID.${1##*/}"; }
rows() { while IFS="$TAB" read -r op mode owner path <&3; do [ -n "$path" ] && "$@" || return 1; done 3<files; }
sum() { if [ -L "$1" ]; then readlink "$1" | sha256sum | cut -c1-64; elif [ -f "$1" ]; then sha256sum <"$1" | cut -c1-64; else echo gone; fi; }

# what chage and its like leave beside a file when they are killed
leavings() { for f in "$path+" "$path.lock" "$path".[0-9]*; do [ ! -e "$f" ] || echo "$f"; done; }

at() { # the phase that a step follows
  [ "$(phase)" = "$1" ] || die "$ID: 阶段为 $(phase)，应为 $1：有人同时操作？请重试 / phase is $(phase), not $1: is someone else at work? run again"
}
same() { # a file is as the plan saw it
  [ -f base ] && [ "$op" != R ] && [ "$op" != K ] || return 0
  now=gone; [ ! -f "$path" ] || now=$(sha256sum <"$path" | cut -c1-64)
  grep -qxF "$now$TAB$path" base ||
    die "$path: 查看之后被他人改动，请重试 / was changed by someone since it was looked at: run again"
}

# --- before anything changes: originals kept, new files beside their targets (a full disk or read-only root shows here)
stage_row() {
  same
  [ -e "$path" ] || [ -L "$path" ] || echo "$path" >>absent
  [ "$op" != K ] || leavings >>had
  if [ "$op" = R ]; then
    stat -c "%a$TAB%u:%g$TAB%n" "$path" >>rights || die "$path: 不存在 / is gone"
    return 0
  fi
  if [ -e "$path" ] || [ -L "$path" ]; then
    mkdir -p "old${path%/*}" && cp -a "$path" "old$path" || die "$path: 无法备份 / cannot be kept"
  fi
  [ "$op" = F ] || return 0
  dir=${path%/*} new=$(temp "$path")
  d=$dir; while [ ! -d "$d" ]; do echo "$d" >>dirs; d=${d%/*}; done
  (umask 022; mkdir -p "$dir") || die "$dir: 无法建立 / cannot be made"
  if [ -f "$path" ] && [ ! -L "$path" ]; then cp -a "$path" "$new"; else (umask 022; : >"$new"); fi &&
    cat "new$path" >"$new" || die "$path: 无法写入（磁盘满或只读） / cannot be written (disk full, or read only)"
  [ "$owner" = - ] || chown "$owner" "$new" || die "$path: chown $owner"
  [ "$mode" = - ] || chmod "$mode" "$new" || die "$path: chmod $mode"
  return 0
}
unstage_row() { [ "$op" != F ] || rm -f "$(temp "$path")"; }
remove_dirs() { [ ! -f dirs ] || sort -r dirs | uniq | while read -r d; do rmdir "$d" 2>/dev/null; done; return 0; }
stage() {
  at none
  rm -rf old absent rights dirs keep had; enter staging
  if ! (rows stage_row); then rows unstage_row; remove_dirs; enter rolledback; exit 1; fi
  enter staged
}

# --- the staged files laid over the host in a mount namespace of our own: checks see them, nobody else does
check() {
  at staged
  unshare -m --propagation private sh "$RUN/trial.sh" "$RUN" || { rows unstage_row; remove_dirs; enter rolledback; exit 1; }
}

# --- the change: a timer that undoes it first, then renames, then actions
arm() {
  if systemd-run --quiet --on-active="$1" --unit="$UNIT" --timer-property=AccuracySec=1s sh "$RUN/txn.sh" expire 2>/dev/null; then
    echo unit >timer
  else
    (setsid sh -c "sleep $1; exec sh '$RUN/txn.sh' expire" </dev/null >/dev/null 2>&1 &)
    echo process >timer
  fi
  [ -d /etc/systemd/system ] || return 0
  printf '[Unit]\nDescription=medcloud: undo an unconfirmed change\nAfter=local-fs.target\n[Service]\nType=oneshot\nExecStart=/bin/sh %s expire\n' \
    "$RUN/txn.sh" >/etc/systemd/system/$BOOT
  mkdir -p /etc/systemd/system/multi-user.target.wants &&
    ln -sf ../$BOOT /etc/systemd/system/multi-user.target.wants/$BOOT && sync /etc/systemd/system/$BOOT
}
disarm() {
  rm -f /etc/systemd/system/$BOOT /etc/systemd/system/multi-user.target.wants/$BOOT
  [ "$(cat timer 2>/dev/null)" != unit ] || systemctl stop "$UNIT.timer" 2>/dev/null
  return 0
}
swap_row() {
  case $op in
    F)
      mv -f "$(temp "$path")" "$path" || die "$path: mv"
      # a new file has no label to take over
      ! grep -qxF "$path" absent 2>/dev/null || ! command -v restorecon >/dev/null || restorecon "$path" 2>/dev/null
      true
      ;;
    D) rm -f "$path" ;;
    R) { [ "$owner" = - ] || chown "$owner" "$path"; } && { [ "$mode" = - ] || chmod "$mode" "$path"; } ;;
  esac || die "$path: $op"
}
act() { # acts of the stages from $1 to below $2, each for $3 s at most; a failed one that must not fail ends the run
  for f in acts/*.do; do
    [ -f "$f" ] || continue
    n=${f#acts/} n=${n%.do}
    [ "${n%%.*}" -ge "$1" ] && [ "${n%%.*}" -lt "$2" ] || continue
    echo "$n" >>begun; sync begun 2>/dev/null
    if ! timeout "$3" sh "$f" >"acts/$n.out" 2>&1 </dev/null; then
      echo "失败 / failed: $(head -c 200 "$f"): $(tail -n 1 "acts/$n.out")"; echo "$n" >>failed
      [ ! -f "acts/$n.must" ] || return 1
    fi
  done
}
go() {
  at staged
  echo "$2" >token
  enter going
  if (act 0 20 900 && arm "$1" && rows swap_row && act 20 999 60); then enter waiting; say changed; else rollback; exit 1; fi
}
confirm() {
  at waiting; [ "$(cat token)" = "$1" ] || die "$ID: token"
  disarm; rows sum_row >sums; enter committed; say confirmed
}
sum_row() { [ "$op" = R ] || printf '%s\t%s\n' "$(sum "$path")" "$path"; }

# --- back: files, then actions from the last to the first
clean_row() { # what was there before stays, and a lock whose holder lives
  leavings | while read -r f; do
    grep -qxF "$f" had 2>/dev/null || kill -0 "$(cat "$f" 2>/dev/null)" 2>/dev/null || rm -f "$f"
  done
}
back_row() {
  unstage_row
  [ "$op" != K ] || clean_row
  [ ! -f keep ] || ! grep -qxF "$path" keep || return 0
  if [ "$op" = R ]; then return 0; fi
  if grep -qxF "$path" absent 2>/dev/null; then rm -f "$path"; return 0; fi
  [ -e "old$path" ] || [ -L "old$path" ] || return 0
  cp -a "old$path" "$(temp "$path")" && mv -f "$(temp "$path")" "$path" || echo "$path" >>unrestored
}
back() {
  rm -f unrestored
  rows back_row
  [ ! -f rights ] || while IFS="$TAB" read -r mode owner path <&3; do
    [ ! -f keep ] || ! grep -qxF "$path" keep || continue
    chown "$owner" "$path" && chmod "$mode" "$path" || echo "$path" >>unrestored
  done 3<rights
  remove_dirs
  sort -r begun 2>/dev/null | uniq | while read -r n; do
    [ ! -s "acts/$n.undo" ] || timeout 900 sh "acts/$n.undo" >"acts/$n.undone" 2>&1 </dev/null ||
      grep -qxF "$n" failed 2>/dev/null || echo "undo $n: $(tail -n 1 "acts/$n.undone")" >>unrestored
  done
  systemctl daemon-reload 2>/dev/null
  [ ! -s unrestored ] || { cat unrestored; return 1; }
}
rollback() {
  case $(phase) in committed | restoring | restored | rolledback) return 0 ;; esac
  enter undoing; back; bad=$?; disarm; enter rolledback; say "rolled back"
  return $bad
}
edited_row() { grep -qxF "$(sum "$path")$TAB$path" sums || [ "$op" = R ] || echo "$path"; }
restore() {
  case $(phase) in committed | restoring) ;; *) die "$ID: $(phase)" ;; esac
  enter restoring; [ ! -f "${1-}" ] || cp "$1" keep
  back || die "$ID: unrestored"
  enter restored; say restored
}

exec 9>lock; flock -w 900 9 || die "$ID: 另一进程正在操作 / another process is at work"
case $1 in
  stage) stage ;;
  check) check ;;
  go) go "$2" "$3" ;;
  confirm) confirm "$2" ;;
  expire) rollback ;;
  rollback) rollback ;;
  edited) [ "$(phase)" != committed ] || rows edited_row ;;
  restore) restore "${2-}" ;;
  phase) phase ;;
  *) die "usage: stage|check|go|confirm|expire|rollback|edited|restore|phase" ;;
esac
