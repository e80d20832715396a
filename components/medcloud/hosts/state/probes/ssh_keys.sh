# bits and kinds of host keys and of the keys that open accounts; a private key is never read
if ! command -v ssh-keygen >/dev/null; then
  ls /etc/ssh/ssh_host_*_key.pub 2>/dev/null && exit 1 # keys that nobody here can measure
  exit 0
fi
for f in /etc/ssh/ssh_host_*_key.pub; do
  [ -r "$f" ] && ssh-keygen -lf "$f" 2>/dev/null | awk -v f="$f" '{print "host", f, $1, $NF}'
done
awk -F: '{print $1 ":" $6}' /etc/passwd | while IFS=: read -r name home; do
  f=$home/.ssh/authorized_keys
  [ -s "$f" ] && ssh-keygen -lf "$f" 2>/dev/null | awk -v u="$name" '{print "user", u, $1, $NF}'
done
true
