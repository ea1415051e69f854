// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <items/coderanking.h>

#include <QFrame>

class QLabel;
class QLineEdit;
class QListWidget;

namespace galley {

/// Type a few letters of a code, Enter applies it. Opens as a popup near a point.
class CodePalette : public QFrame
{
    Q_OBJECT

public:
    explicit CodePalette(QWidget *parent = nullptr);

    /// `title` says what the choice is for: "Code “unknown territory” as…".
    void open(const Codebook &codebook, const QString &title, QPoint globalPosition);
    void setRecent(std::vector<CodeId> recent); ///< the latest first: they come first
    void setCurrentCode(CodeId code); ///< the one the annotation has, marked in the list

    /// What somebody types and no code fits can become a new code, or be asked for, or neither.
    enum class NewCodes { None, Created, AskedFor };
    void setNewCodes(NewCodes how) { m_newCodes = how; }

signals:
    void newCodeWanted(galley::VariableId variable, const QString &name); ///< to be created
    void newCodeProposed(const QString &name);
    void codeChosen(galley::CodeId code);
    void dismissed(); ///< closed without a choice

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void rank();
    void offerNew();
    void choose();

    Codebook m_codebook;
    CodeId m_currentCode;
    std::vector<CodeId> m_recent;
    NewCodes m_newCodes = NewCodes::None;
    bool m_chosen = false;
    QLabel *m_title;
    QLineEdit *m_field;
    QListWidget *m_list;
};

} // namespace galley
