"""What rules share. No module here is a rule; none imports one."""
