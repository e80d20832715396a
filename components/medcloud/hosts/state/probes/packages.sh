if [ -s /var/lib/dpkg/status ]; then dpkg-query -W -f='deb ${Package} ${Version} ${db:Status-Abbrev}\n'; fi
if command -v rpm >/dev/null && [ -d /var/lib/rpm ]; then rpm -qa --qf 'rpm %{NAME} %{VERSION}-%{RELEASE} ii\n' 2>/dev/null; fi
