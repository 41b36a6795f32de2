"""Why the system would not open, read or write a file: one sentence for each of its codes."""

from __future__ import annotations

import errno

from perenne.texts import _
from perenne.texts.plain import one_line


def system_sentence(error: OSError) -> str:
    """Return the cause in words, after the name of the file; as the system says it for others."""
    cause = {
        errno.EACCES: _("this account has no right to it."),
        errno.EPERM: _("this account has no right to it."),
        errno.EROFS: _("nothing can be written there."),
        errno.ENOENT: _("this file or its folder does not exist."),
        errno.ENOTDIR: _("what should be a folder is a file."),
        errno.EISDIR: _("this is a folder, not a file."),
        errno.ENOSPC: _("there is no room left on the disk."),
        errno.EDQUOT: _("there is no room left on the disk."),
        errno.ENAMETOOLONG: _("this name is too long."),
        errno.ELOOP: _("symbolic links lead in a circle."),
    }.get(error.errno or 0)
    if cause is None:
        return str(error)
    name = one_line(str(error.filename), 200) if error.filename else ""
    return _("{file}: {cause}", file=name, cause=cause) if name else cause
