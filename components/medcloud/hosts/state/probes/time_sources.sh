chronyc -n sources
