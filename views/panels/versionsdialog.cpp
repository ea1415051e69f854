// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "versionsdialog.h"

#include <versions/textdiff.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>
#include <widgets/theme.h>

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

QString html(QStringView text)
{
    return text.toString().toHtmlEscaped().replace(u'\n', "<br>"_L1);
}

/// One side: what only this version has is underlined on a ground of its own, so that it shows without its colour.
QString sideOf(const QString &text, const std::vector<DiffPiece> &pieces, DiffKind own, bool dark)
{
    const QString ground = own == DiffKind::Removed ? (dark ? u"#5c3a1e"_s : u"#ffe2c4"_s) : (dark ? u"#1f4a5c"_s : u"#cfeafa"_s);
    QString result;
    for (const DiffPiece &piece : pieces) {
        const Utf16Range range = own == DiffKind::Removed ? piece.a : piece.b;
        const QString part = html(QStringView(text).sliced(range.begin, range.length()));
        if (piece.kind == DiffKind::Equal)
            result += part;
        else if (piece.kind == own)
            result += u"<span style=\"background-color:%1; text-decoration: underline\">%2</span>"_s.arg(ground, part);
    }
    return result;
}

/// "Gazette · 4 May 2023 — Harbour opens"
QString nameOf(const ShownVersion &version)
{
    return version.where.isEmpty() ? version.title : version.where + u" — "_s + version.title;
}

QTextBrowser *reader(const QString &name, QWidget *parent)
{
    auto *browser = new QTextBrowser(parent);
    browser->setAccessibleName(name);
    browser->setFont(QFont(u"Noto Serif"_s, browser->font().pointSize() + 1));
    return browser;
}

} // namespace

VersionsDialog::VersionsDialog(const std::vector<ShownVersion> &versions, ArticleId current, bool canCode, QWidget *parent)
    : QDialog(parent)
    , m_list(new QListWidget(this))
    , m_left(reader(tr("The article being read"), this))
    , m_right(reader(tr("The other version"), this))
    , m_rightTitle(headingLabel({}, this))
{
    setWindowTitle(tr("Versions of This Story"));
    setAccessibleName(windowTitle());
    m_list->setAccessibleName(tr("Other versions"));
    m_list->setMaximumHeight(110);
    for (const ShownVersion &version : versions) {
        if (version.article == current) {
            m_current = version;
            continue;
        }
        m_versions.push_back(version);
        new QListWidgetItem(u"%1 (%2)"_s.arg(nameOf(version), version.share), m_list);
    }
    auto *leftSide = new QWidget(this), *rightSide = new QWidget(this);
    auto *left = new QVBoxLayout(leftSide), *right = new QVBoxLayout(rightSide);
    left->setContentsMargins({});
    right->setContentsMargins({});
    left->addWidget(headingLabel(nameOf(m_current), leftSide));
    left->addWidget(m_left, 1);
    right->addWidget(m_rightTitle);
    right->addWidget(m_right, 1);
    auto *sides = new QSplitter(Qt::Horizontal, this);
    sides->setAccessibleName(tr("Differences"));
    sides->addWidget(leftSide);
    sides->addWidget(rightSide);
    auto *box = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *open = box->addButton(tr("Open This Version"), QDialogButtonBox::ActionRole);
    QPushButton *carry = box->addButton(tr("Carry My Codings Over"), QDialogButtonBox::ActionRole);
    QPushButton *all = box->addButton(tr("…to All Versions"), QDialogButtonBox::ActionRole);
    carry->setToolTip(tr("Puts what you coded in the article being read on the same words of the chosen version, to be confirmed there."));
    carry->setEnabled(canCode);
    all->setEnabled(canCode);
    for (QAbstractButton *button : box->buttons())
        button->setAccessibleName(button->text().remove(u'&'));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(metrics::apart, metrics::apart, metrics::apart, metrics::apart);
    rows->setSpacing(metrics::margin);
    rows->addWidget(m_list);
    rows->addWidget(sides, 1);
    rows->addWidget(secondaryLabel(tr("Underlined: only in this version."), this));
    rows->addWidget(box);
    resize(980, 680);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::currentRowChanged, this, &VersionsDialog::compare);
    connect(open, &QPushButton::clicked, this, [this] { emit openRequested(chosen()); });
    connect(carry, &QPushButton::clicked, this, [this] { emit carryOverRequested({chosen()}); });
    connect(all, &QPushButton::clicked, this, [this] {
        std::vector<ArticleId> others;
        for (const ShownVersion &version : m_versions)
            others.push_back(version.article);
        emit carryOverRequested(others);
    });
    m_list->setCurrentRow(0);
}

ArticleId VersionsDialog::chosen() const
{
    const int row = m_list->currentRow();
    return row < 0 ? ArticleId() : m_versions[size_t(row)].article;
}

void VersionsDialog::compare()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    const ShownVersion &other = m_versions[size_t(row)];
    const std::vector<DiffPiece> pieces = textDiff(m_current.text, other.text);
    const bool dark = isDark(palette());
    m_left->setHtml(sideOf(m_current.text, pieces, DiffKind::Removed, dark));
    m_right->setHtml(sideOf(other.text, pieces, DiffKind::Added, dark));
    m_rightTitle->setText(nameOf(other));
}

} // namespace galley
