auditctl -s && auditctl -l
