for kind in cipher mac kex key sig; do ssh -Q $kind | sed "s/^/$kind /"; done
