// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampledialog.h"

#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QRegularExpressionValidator>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

QSpinBox *number(int least, int most, int value, const QString &name, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setRange(least, most);
    box->setValue(value);
    box->setAccessibleName(name);
    return box;
}

} // namespace

SampleDialog::SampleDialog(int articles, const QStringList &fields, QDate first, QDate last, Preview preview, QWidget *parent)
    : QDialog(parent)
    , m_preview(std::move(preview))
{
    constexpr int pause = 250;
    setWindowTitle(tr("Draw a Sample"));
    setAccessibleName(windowTitle());
    m_form = buildForm(articles, fields, first, last); // first, as the keyboard goes through it first
    m_report = new QPlainTextEdit(this);
    m_report->setReadOnly(true);
    m_report->setAccessibleName(tr("What would be drawn"));
    auto *box = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_draw = box->addButton(tr("Draw"), QDialogButtonBox::AcceptRole);
    m_draw->setDefault(true);
    for (QAbstractButton *button : box->buttons())
        button->setAccessibleName(button->text().remove(u'&'));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(metrics::apart);
    columns->addLayout(m_form, 2);
    columns->addWidget(m_report, 3);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(metrics::apart, metrics::apart, metrics::apart, metrics::apart);
    rows->setSpacing(metrics::apart);
    rows->addLayout(columns, 1);
    rows->addWidget(box);
    resize(820, 440);
    connect(box, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &SampleDialog::look);
    showWhatApplies();
    look();
}

QFormLayout *SampleDialog::buildForm(int articles, const QStringList &fields, QDate first, QDate last)
{
    auto *form = new QFormLayout;
    form->setVerticalSpacing(metrics::near);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_name = new QLineEdit(this);
    m_name->setPlaceholderText(tr("Sample"));
    m_method = new QComboBox(this);
    m_method->addItem(tr("Simple random"), int(SampleMethod::Simple));
    m_method->addItem(tr("Stratified by a field"), int(SampleMethod::Stratified));
    m_method->addItem(tr("Constructed weeks"), int(SampleMethod::ConstructedWeek));
    m_size = number(0, 1'000'000, std::min(articles, 50), tr("Articles"), this);
    m_by = new QComboBox(this);
    m_by->addItems(fields);
    m_equal = new QCheckBox(tr("As many from each"), this);
    m_weeks = number(1, 1000, 2, tr("Weeks"), this);
    m_onlyDays = new QCheckBox(tr("Only days with articles"), this);
    m_stories = new QCheckBox(tr("One version of each story"), this);
    m_stories->setToolTip(tr("Of articles that are versions of one story, only the lead version can be drawn."));
    m_span = new QCheckBox(tr("Only articles of these days"), this);
    m_from = new QDateEdit(first.isValid() ? first : QDate::currentDate(), this);
    m_to = new QDateEdit(last.isValid() ? last : QDate::currentDate(), this);
    m_seed = new QLineEdit(QString::number(QRandomGenerator::system()->bounded(1'000'000U)), this);
    m_seed->setValidator(new QRegularExpressionValidator(QRegularExpression(u"\\d{1,19}"_s), m_seed));
    m_seed->setToolTip(tr("The same seed and the same articles give the same sample again, on any computer."));
    const auto add = [&](const QString &label, QWidget *field) {
        field->setAccessibleName(label);
        form->addRow(label, field);
    };
    add(tr("Name"), m_name);
    add(tr("Method"), m_method);
    add(tr("Articles"), m_size);
    add(tr("By"), m_by);
    add(QString(), m_equal);
    add(tr("Weeks"), m_weeks);
    add(QString(), m_onlyDays);
    add(QString(), m_stories);
    add(QString(), m_span);
    add(tr("From"), m_from);
    add(tr("To"), m_to);
    add(tr("Seed"), m_seed);
    for (QCheckBox *check : {m_equal, m_onlyDays, m_stories, m_span}) {
        check->setAccessibleName(check->text());
        connect(check, &QCheckBox::toggled, this, &SampleDialog::changed);
    }
    for (QSpinBox *box : {m_size, m_weeks})
        connect(box, &QSpinBox::valueChanged, this, &SampleDialog::changed);
    for (QComboBox *box : {m_method, m_by})
        connect(box, &QComboBox::currentIndexChanged, this, &SampleDialog::changed);
    for (QDateEdit *edit : {m_from, m_to}) {
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(u"yyyy-MM-dd"_s);
        connect(edit, &QDateEdit::dateChanged, this, &SampleDialog::changed);
    }
    connect(m_seed, &QLineEdit::textChanged, this, &SampleDialog::changed);
    return form;
}

SampleRequest SampleDialog::request() const
{
    SampleRequest request;
    request.method = SampleMethod(m_method->currentData().toInt());
    request.seed = m_seed->text().toULongLong();
    request.size = m_size->value();
    if (request.method == SampleMethod::Stratified) {
        request.stratifyBy = m_by->currentText();
        request.allocation = m_equal->isChecked() ? Allocation::Equal : Allocation::Proportional;
    }
    request.weeks = m_weeks->value();
    request.onlyDaysWithArticles = m_onlyDays->isChecked();
    request.oneOfEachStory = m_stories->isChecked();
    if (m_span->isChecked()) {
        request.from = m_from->date();
        request.to = m_to->date();
    }
    return request;
}

QString SampleDialog::name() const
{
    return m_name->text();
}

void SampleDialog::showWhatApplies()
{
    const SampleMethod method = SampleMethod(m_method->currentData().toInt());
    const bool weeks = method == SampleMethod::ConstructedWeek;
    for (QWidget *field : {static_cast<QWidget *>(m_by), static_cast<QWidget *>(m_equal)})
        m_form->setRowVisible(field, method == SampleMethod::Stratified);
    for (QWidget *field : {static_cast<QWidget *>(m_weeks), static_cast<QWidget *>(m_onlyDays)})
        m_form->setRowVisible(field, weeks);
    for (QWidget *field : {m_from, m_to})
        m_form->setRowVisible(field, m_span->isChecked());
    auto *label = qobject_cast<QLabel *>(m_form->labelForField(m_size));
    label->setText(weeks ? tr("Of each day") : tr("Articles"));
    m_size->setSpecialValueText(weeks ? tr("all") : QString());
    m_size->setAccessibleName(label->text());
}

void SampleDialog::changed()
{
    showWhatApplies();
    m_draw->setEnabled(false);
    m_pause.start();
}

void SampleDialog::look()
{
    const SamplePreview preview = m_preview(request());
    m_report->setPlainText(preview.text);
    m_draw->setEnabled(preview.drawn);
}

} // namespace galley
