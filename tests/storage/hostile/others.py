"""Files that lie in the cloud folder and are none of our business."""

from __future__ import annotations

OF_ANNA = (
    b'{"meta":{"1":{"_t":"000000000000-0000-0a0a0a0a","journal":"a0a0a0a0a0a0a0a0","schema":1}},\n'
    b'"nights":{\n"20261118":{"_t":"019a9d7a3f00-0000-0a0a0a0a","date":"2026-11-18","note":"of Anna"}\n}}\n'
)
"""Another person's journal, in the same folder."""

OF_OTHERS = {
    "letter.txt": b"Dear Anna,\r\n",
    "journal.txt": b"a diary of somebody's own\n",
    "journal-notes.md": b'# {"meta":{\n',
    "journal.pdf": b"%PDF-1.7\x00\xff\xfe",
    "~$journal.json": b"\x05Anna",
    "package.json": b'{"name": "a package"}',
    "journal-anna.json": OF_ANNA,
}
"""Every such file by its name."""
