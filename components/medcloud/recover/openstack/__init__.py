"""OpenStack: where objects of each type are found, what its services say, what a refresh does not see."""
