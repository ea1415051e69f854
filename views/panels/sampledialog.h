// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sampling/sample.h>

#include <QDialog>
#include <QTimer>

#include <functional>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace galley {

/// What a request would draw, in words; not drawn where it cannot be.
struct SamplePreview
{
    QString text;
    bool drawn = false;
};

/// Asks how a sample is to be drawn, and shows what it would be while one chooses.
class SampleDialog : public QDialog
{
    Q_OBJECT

public:
    using Preview = std::function<SamplePreview(const SampleRequest &)>;

    /// `articles`: how many there are to draw from; `fields`: those that strata can be made by; `first` and `last`: the days of the articles.
    SampleDialog(int articles, const QStringList &fields, QDate first, QDate last, Preview preview, QWidget *parent = nullptr);

    SampleRequest request() const;
    QString name() const; ///< empty: the sample gets one

private:
    QFormLayout *buildForm(int articles, const QStringList &fields, QDate first, QDate last);
    void showWhatApplies();
    void changed();
    void look();

    Preview m_preview;
    QTimer m_pause; ///< until one has stopped typing
    QLineEdit *m_name;
    QComboBox *m_method;
    QSpinBox *m_size;
    QComboBox *m_by;
    QCheckBox *m_equal;
    QSpinBox *m_weeks;
    QCheckBox *m_onlyDays;
    QCheckBox *m_stories;
    QCheckBox *m_span;
    QDateEdit *m_from;
    QDateEdit *m_to;
    QLineEdit *m_seed;
    QFormLayout *m_form;
    QPlainTextEdit *m_report;
    QPushButton *m_draw;
};

} // namespace galley
