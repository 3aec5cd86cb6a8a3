"""Words for a conflict and for a copy as services and file managers put them into names of files.

Each is a pattern of the beginnings of words; case does not matter.
"""

from __future__ import annotations

CONFLICT = "|".join(
    (
        "conf?li[ck]t",  # English, Romanian, Spanish, Catalan, Dutch
        "konfli",  # German, the Nordic, Slavic and Baltic languages, Indonesian
        "conflit",  # French, Italian (conflitto), Portuguese (conflito)
        "clash",
        "not merged",
        "ristiriit",  # Finnish
        "ütköz",  # Hungarian
        "çak[ıi]ş",  # Turkish
        "конфл",  # Russian, Bulgarian, Serbian, Ukrainian
        "διένεξη|σύγκρουση",
        "競合|冲突|衝突|충돌",
        "מתנגש|התנגש",
        "متعارض|تعارض",
        "ขัดแย้ง",
        "xung đột",
        "bercanggah",
    )
)
"""A conflict, in the languages in which services speak."""

COPY = "|".join(
    (
        "cop(?:y|ie|ia)|còpia|cópia|kopi|kopio|kopya|másolat|čopi|αντ[ιί]γραφο",
        "копи|копі|副本|複製|拷贝|コピー|복사|עותק|نسخة|สำเนา|bản sao|salinan|duplicate|duplikat",
    )
)
"""A copy, as file managers name it."""

SAFETY = "|".join(
    (
        "back-? ?up|sicherung|sauvegarde|seguridad|segurança|sicurezza|säkerhet|sikkerhed|sikkerhet",
        "zapasow|záloh|резерв|varmuus|yedek|biztonsági|バックアップ|备份|備份|백업|before|export",
    )
)
"""What somebody keeps on purpose."""
