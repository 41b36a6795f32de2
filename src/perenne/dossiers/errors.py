"""What can go wrong when a file is read as a dossier.

ValueError
 └─ UnreadableError   nothing can be read from the file; `code` is stable, `fact` fills its sentence
"""

from __future__ import annotations


class UnreadableError(ValueError):
    """The file is no dossier that we can read.

    `code` is one of `file_missing`, `file_is_directory`, `file_permission`, `file_unreadable`,
    `file_empty`, `file_too_large`, `file_binary`, `file_encoding`, `file_too_heavy`,
    `file_damaged`, `format_not_written`, `format_not_robust`, `mended_differs`, `file_scanned`,
    `file_encrypted`, `file_other_json`, `file_other_xml`. `fact` completes it: the
    kind of binary file, the largest size in megabytes, the system's own words.
    """

    def __init__(self, code: str, fact: str = "") -> None:
        super().__init__(f"{code}: {fact}" if fact else code)
        self.code = code
        self.fact = fact
