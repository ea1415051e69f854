// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shownprecedent.h"

#include <domain/codebook.h>

#include <QScrollArea>

#include <vector>

class QLabel;

namespace galley {

/// What a code (several, or a layer) means: definition, when to apply it, when not, examples.
class CodeCard : public QScrollArea
{
    Q_OBJECT

public:
    explicit CodeCard(QWidget *parent = nullptr);

    void setPrecedents(PrecedentsOf precedents); ///< shown with each code, from the next on
    void showCode(const Codebook &codebook, CodeId code) { showCodes(codebook, {code}); }
    void showCodes(const Codebook &codebook, const std::vector<CodeId> &codes); ///< one below the other
    void showLayer(const Layer &layer);
    void clear();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setTexts(const QString &heading, const QString &path, const QString &body);
    QString sectionOf(CodeId code) const;
    void showCodes();
    void dress();

    QLabel *m_swatch = nullptr;
    QLabel *m_heading;
    QLabel *m_path;
    QLabel *m_body;
    Codebook m_codebook;
    std::vector<CodeId> m_codes; ///< none: it shows a layer, or nothing
    PrecedentsOf m_precedents;
};

} // namespace galley
