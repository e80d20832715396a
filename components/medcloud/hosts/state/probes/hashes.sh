# the words that pam_unix itself knows: an option that it does not know is passed over in silence
known=1
for f in /lib/security /lib64/security /usr/lib64/security /usr/lib/security /lib/*-linux-gnu*/security; do
  [ -r "$f/pam_unix.so" ] || continue
  strings=$(tr '\000' '\n' <"$f/pam_unix.so" | grep -aE '^[a-z0-9_]{3,16}$')
  for word in sm3 gost_yescrypt yescrypt sha512 sha256; do echo "$strings" | grep -q "$word\$" && echo $word; done
  known=0
  break
done
exit $known
