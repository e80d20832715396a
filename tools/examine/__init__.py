"""Outside examiners, none of them ours, on a host of the lab: OpenSCAP, lynis, ssh-audit."""
