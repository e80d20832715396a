# sudo's defaults as they hold; it may ask DNS for the host's name
command -v sudo >/dev/null || exit 0
timeout 5 sudo -V
