// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "newprojectdialog.h"

#include "cardbutton.h"

#include <widgets/filedialog.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>
#include <widgets/theme.h>

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr auto suffix = ".galley"_L1;

QString unusedName(const QString &folder, const QString &wanted)
{
    QString name = wanted;
    for (int number = 2; QFileInfo::exists(QDir(folder).filePath(name + suffix)); ++number)
        name = u"%1 %2"_s.arg(wanted).arg(number);
    return name;
}

} // namespace

NewProjectDialog::NewProjectDialog(const std::vector<CodebookChoice> &codebooks, const QString &folder, QWidget *parent)
    : QDialog(parent)
    , m_problem(new QLabel(this))
    , m_group(new QButtonGroup(this))
{
    constexpr int width = 520;
    setWindowTitle(tr("New Project"));
    setAccessibleName(windowTitle());
    auto *box = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_create = box->addButton(tr("Create"), QDialogButtonBox::AcceptRole);
    for (QAbstractButton *button : box->buttons())
        button->setAccessibleName(button->text().remove(u'&'));
    m_create->setDefault(true);
    m_problem->setWordWrap(true);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(metrics::apart, metrics::apart, metrics::apart, metrics::apart);
    rows->setSpacing(metrics::margin);
    rows->addWidget(buildPlace(folder));
    rows->addWidget(m_problem);
    rows->addWidget(headingLabel(tr("Codebook"), this));
    rows->addWidget(buildCodebooks(codebooks));
    rows->addStretch();
    rows->addWidget(box);
    resize(width, sizeHint().height());
    connect(box, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_group, &QButtonGroup::idToggled, this, &NewProjectDialog::check);
    check();
    m_name->selectAll();
    m_name->setFocus();
}

QWidget *NewProjectDialog::buildPlace(const QString &folder)
{
    auto *part = new QWidget(this);
    m_name = new QLineEdit(unusedName(folder, tr("Project")), part);
    m_name->setAccessibleName(tr("Name"));
    m_folder = new QLineEdit(QDir::toNativeSeparators(folder), part);
    m_folder->setAccessibleName(tr("Folder"));
    auto *browse = iconButton(u"folder"_s, tr("Choose a folder"), part);
    auto *place = new QHBoxLayout;
    place->setSpacing(metrics::tight);
    place->addWidget(m_folder, 1);
    place->addWidget(browse);
    auto *form = new QFormLayout(part);
    form->setContentsMargins({});
    form->setVerticalSpacing(metrics::near);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Folder"), place);
    connect(m_name, &QLineEdit::textChanged, this, &NewProjectDialog::check);
    connect(m_folder, &QLineEdit::textChanged, this, &NewProjectDialog::check);
    connect(browse, &QToolButton::clicked, this, &NewProjectDialog::browseFolder);
    return part;
}

QWidget *NewProjectDialog::buildCodebooks(const std::vector<CodebookChoice> &codebooks)
{
    auto *part = new QWidget(this);
    auto *rows = new QVBoxLayout(part);
    rows->setContentsMargins({});
    rows->setSpacing(metrics::near);
    const auto add = [&](const QString &iconName, const QString &key, const QString &name, const QString &description) {
        auto *card = new CardButton(iconName, name, description, part);
        card->setCheckable(true);
        card->setWordWrap(true);
        m_group->addButton(card, int(m_keys.size()));
        m_keys << key;
        rows->addWidget(card);
        return card;
    };
    for (const CodebookChoice &codebook : codebooks)
        add(u"codebook"_s, codebook.key, codebook.name, codebook.description);
    auto *own = add(u"open"_s, {}, tr("From a file…"), tr("A codebook in YAML, as “galley codebook --export” writes it"));
    m_fileName = secondaryLabel({}, part);
    m_fileName->setAccessibleName(tr("Codebook file"));
    m_fileName->hide();
    rows->addWidget(m_fileName);
    connect(own, &CardButton::clicked, this, &NewProjectDialog::browseCodebook);
    m_group->button(0)->setChecked(true);
    return part;
}

void NewProjectDialog::setCodebook(const QString &key)
{
    if (const qsizetype id = m_keys.indexOf(key); id >= 0)
        m_group->button(int(id))->setChecked(true);
}

void NewProjectDialog::browseFolder()
{
    QFileDialog *dialog = fileDialog(this, tr("Folder of the New Project"), m_folder->text());
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) { m_folder->setText(QDir::toNativeSeparators(folder)); });
    dialog->open();
}

void NewProjectDialog::browseCodebook()
{
    QFileDialog *dialog = fileDialog(this, tr("Codebook"), m_folder->text(), tr("Codebooks (*.yaml *.yml *.qdc *.qde *.csv *.tsv *.xlsx)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_file = file;
        showCodebookFile();
    });
    connect(dialog, &QDialog::rejected, this, &NewProjectDialog::showCodebookFile);
    dialog->open();
}

/// The file that was chosen, or, where none ever was, the first of what Galley brings.
void NewProjectDialog::showCodebookFile()
{
    m_fileName->setText(QDir::toNativeSeparators(m_file));
    m_fileName->setVisible(!m_file.isEmpty());
    if (m_file.isEmpty())
        m_group->button(0)->setChecked(true);
    check();
}

void NewProjectDialog::check()
{
    const QString name = m_name->text().trimmed();
    const QFileInfo folder(m_folder->text());
    QString problem;
    if (name.isEmpty())
        problem = tr("The project needs a name.");
    else if (name.contains(u'/') || name.contains(u'\\'))
        problem = tr("A name cannot contain “/” or “\\”.");
    else if (!folder.isDir())
        problem = tr("There is no such folder.");
    else if (!folder.isWritable())
        problem = tr("Nothing can be written to this folder.");
    else if (QFileInfo::exists(QDir(folder.filePath()).filePath(name.endsWith(suffix) ? name : name + suffix)))
        problem = tr("There is already a project of this name in the folder.");
    QPalette colors;
    colors.setColor(QPalette::WindowText, toneColor(Tone::Bad, colors));
    m_problem->setPalette(colors);
    m_problem->setText(problem);
    m_problem->setAccessibleName(problem.isEmpty() ? tr("Problem") : problem);
    m_problem->setVisible(!problem.isEmpty());
    const int chosen = m_group->checkedId();
    const bool fileMissing = chosen >= 0 && m_keys[chosen].isEmpty() && m_file.isEmpty();
    m_create->setEnabled(problem.isEmpty() && chosen >= 0 && !fileMissing);
}

std::optional<NewProject> NewProjectDialog::project() const
{
    if (!m_create->isEnabled())
        return std::nullopt;
    const QString name = m_name->text().trimmed();
    const QString key = m_keys[m_group->checkedId()];
    return NewProject{QDir(m_folder->text()).absoluteFilePath(name.endsWith(suffix) ? name : name + suffix), key.isEmpty() ? m_file : key};
}

} // namespace galley
