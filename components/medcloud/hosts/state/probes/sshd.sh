# a user and an address that no Match block is for: what holds for everyone
sshd -T -C user=medcloud-nobody,host=invalid,addr=192.0.2.1,laddr=192.0.2.2,lport=22
