for f in /lib/security /lib64/security /usr/lib64/security /usr/lib/security /lib/*-linux-gnu*/security; do
  [ -d "$f" ] && ls "$f"; done
true
