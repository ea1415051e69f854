// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cues/highlighting.h>
#include <domain/change.h>
#include <domain/codebook.h>
#include <domain/error.h>
#include <domain/rows.h>

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace galley {

class CodebookFilesController;
class CodebookPage;
class CodeMergingController;
struct CodebookPart;
class Desk;
class Workspace;

/// The place where the codebook is changed: piece by piece in a tree, or as YAML. Each change is a step of the history.
class CodebookPlaceController : public QObject
{
    Q_OBJECT

public:
    explicit CodebookPlaceController(Desk &desk);

    CodebookPage *page();
    CodebookFilesController &files() { return *m_files; }
    void shown();

private:
    void show();
    void readUse();
    void readRevisions();
    void freeze(bool frozen);
    void follow(const Change &change);
    bool commitWithUse(const std::function<Result<Change>(const CodebookUse &)> &verb);
    void addNew(const Result<Change> &change); ///< and its name is to be typed
    void addVariableTo(LayerId layer);
    void addCodeTo(VariableId variable, CodeId parent);
    void addBeside(CodebookPart part);
    void addBelow(CodebookPart part);
    void move(CodebookPart part, int direction);
    void remove(CodebookPart part);
    void propose(const QString &yaml);
    void checkSource();
    void applySource();
    void colorSource();
    QString useOf(CodeId code) const;

    Desk &m_desk;
    Workspace &m_workspace;
    CodebookFilesController *m_files;
    CodeMergingController *m_merging;
    CodebookPage *m_page = nullptr;
    std::optional<CodebookUse> m_use; ///< none: it is being read
    int m_round = 0;                  ///< of reading it
    int m_revisionsRound = 0;
    std::unique_ptr<Highlighting> m_highlighting;
};

} // namespace galley
