"""Controls on the network and the firewall."""
