"""What stands before a date and says which one it is: that of publication, or of a change.

In lower case, each word begun by a letter of its own: such a pattern is ten times as fast as one of any case.
"""

from __future__ import annotations

import re

UPDATED = re.compile(
    r"updat|modifi|last (?:edit|review|chang|build)|edited|revised|reviewed|aktualisi|aktualiz|geändert|änderung|s(?<=\bs)tand:|"
    r"mise? à jour|actualiz|actualitzat|aggiornat|atualiz|bijgewerkt|gewijzigd|oppdatert|opdateret|uppdater|päivitetty|frissítve|"
    r"ažuriran|обновл|измен|оновлен|обнавен|ενημ|更新|수정|güncelle|cập nhật|diperbarui|dikemas kini|"
    r"تحديث|آخر تعديل|روزرسانی|עודכן|अपडेट|अद्यतन|อัปเดต|แก้ไข"
)
PUBLISHED = re.compile(
    r"publi[sckqćé]|gepostet|post(?:ed|\s?time|\s?date)|veröffentlicht|erstellt|erschienen|geschrieben|verfasst|écrit le|paru|"
    r"pubblicat|geplaatst|gepubliceerd|publicerad|julkaistu|közzétéve|megjelent|objavljen|zveřejněn|опубл|δημοσ|yay[ıi]n|発行|公開|配信|掲載|"
    r"发布|發布|发表|發表|입력|등록|ngày đăng|diterbitkan|نشر|انتشار|פורסם|प्रकाशित|เผยแพร่"
)
