#!/bin/sh
# The password for ssh, which asks for it no more than once.
printf "%s\n" "$LAB_PASSWORD"
