// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "documentform.h"

#include <algorithm>

namespace galley {

void giveDocument(DocumentText document, const TakeRecord &take)
{
    const auto forms = documentForms();
    const auto form = std::ranges::find_if(
        forms, [&](const DocumentForm &one) { return one.recognises(document.paragraphs); });
    if (form != forms.end()) {
        for (const QString &remark : document.remarks) {
            if (!take({0, ReadProblem{remark, true}}))
                return;
        }
        FileAccount account(take);
        form->give(document.paragraphs, account.take());
        account.close(accountOf(document).characters(), LeftOutReason::Label);
    } else {
        takeDocument(std::move(document), take);
    }
}

} // namespace galley
