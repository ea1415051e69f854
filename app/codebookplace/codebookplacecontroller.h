// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cues/highlighting.h>
#include <domain/change.h>
#include <domain/codebook.h>
#include <domain/error.h>
#include <domain/rows.h>

#include <QObject>

#include <memory>
#include <optional>

namespace galley {

class CodebookPage;
class Desk;
class Workspace;

/// The place where the codebook is changed: piece by piece in a tree, or as YAML. Each change is a step of the history.
class CodebookPlaceController : public QObject
{
    Q_OBJECT

public:
    explicit CodebookPlaceController(Desk &desk);

    CodebookPage *page();
    void shown();

private:
    void show();
    void readUse();
    void follow(const Change &change);
    void addCode(VariableId variable, CodeId parent);
    void removeCode(CodeId code);
    void checkSource();
    void applySource();
    void colorSource();
    QString useOf(CodeId code) const;
    QString whyNot() const; ///< why the codebook cannot be changed; empty where it can

    Desk &m_desk;
    Workspace &m_workspace;
    CodebookPage *m_page = nullptr;
    std::optional<CodebookUse> m_use; ///< none: it is being read
    int m_round = 0;                  ///< of reading it
    std::unique_ptr<Highlighting> m_highlighting;
};

} // namespace galley
