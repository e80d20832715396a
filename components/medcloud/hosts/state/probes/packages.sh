if [ -s /var/lib/dpkg/status ]; then dpkg-query -W -f='deb ${Package} ${Version} ${db:Status-Abbrev}\n'; fi
# rpm asked for a database that is not there makes one
for db in /var/lib/rpm/rpmdb.sqlite /var/lib/rpm/Packages /var/lib/rpm/Packages.db /usr/lib/sysimage/rpm/rpmdb.sqlite; do
  [ -s $db ] && command -v rpm >/dev/null || continue
  rpm -qa --qf 'rpm %{NAME} %{VERSION}-%{RELEASE} ii\n' 2>/dev/null
  break
done
true
