for kind in cipher mac kex key; do ssh -Q $kind | sed "s/^/$kind /"; done
