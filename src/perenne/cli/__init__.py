"""The command. Each sub-command is a module; heavy imports stand inside the functions."""
