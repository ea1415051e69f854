// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shownprecedent.h"

#include <domain/codebook.h>

#include <QScrollArea>

class QLabel;

namespace galley {

/// What a code (or layer) means: definition, when to apply it, when not, examples.
class CodeCard : public QScrollArea
{
    Q_OBJECT

public:
    explicit CodeCard(QWidget *parent = nullptr);

    void setPrecedents(PrecedentsOf precedents); ///< shown with each code, from the next on
    void showCode(const Codebook &codebook, CodeId code);
    void showLayer(const Layer &layer);
    void clear();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setTexts(const QString &heading, const QString &path, const QString &body);
    void dress();

    QLabel *m_swatch = nullptr;
    QLabel *m_heading;
    QLabel *m_path;
    QLabel *m_body;
    Codebook m_codebook;
    CodeId m_code;
    PrecedentsOf m_precedents;
};

} // namespace galley
