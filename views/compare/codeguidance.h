// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codebook.h>
#include <panels/shownprecedent.h>

#include <QWidget>

#include <array>
#include <vector>

class QLabel;
class QScrollArea;

namespace galley {

class CodeCard;

/// What helps to decide: what all the codes mean that were given, and beside it how the like was settled before.
class CodeGuidance : public QWidget
{
    Q_OBJECT

public:
    explicit CodeGuidance(QWidget *parent = nullptr);

    void showCodes(const Codebook &codebook, const std::vector<CodeId> &codes);
    void setPrecedents(const std::vector<ShownPrecedent> &precedents);
    void clear();

private:
    void showWhatThereIs();

    std::array<CodeCard *, 2> m_codes; ///< beside each other; the second has all from the second on
    QScrollArea *m_earlier;
    QLabel *m_precedents;
};

} // namespace galley
