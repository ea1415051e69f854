// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Public corpora that several people coded, as coders' work in a project: the place Agreement shows the coefficients that are known of them.
#include <newsfacts.h>
#include <pictures.h>
#include <studio.h>

#include <agreementpage/agreementpage.h>
#include <agreementpage/figuretable.h>
#include <readers/office/workbook.h>
#include <widgets/theme.h>

#include <testing.h>

#include <QComboBox>
#include <QJsonArray>
#include <QTabWidget>

#include <map>
#include <ranges>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A study as its codings come: articles, coders by name, annotations.
struct Study
{
    Codebook codebook;
    std::vector<std::pair<QString, QByteArray>> articles; ///< title, text
    QStringList coders;
    struct Coding
    {
        size_t article;
        QString coder;
        LayerId layer;
        CodeId code;
        std::vector<Range> ranges;
        std::vector<VariableValue> values;
    };
    std::vector<Coding> codings;
};

Layer layerOf(const QString &name, LayerUnit unit)
{
    Layer layer;
    layer.id = {1};
    layer.uuid = QUuid::createUuid();
    layer.name = name;
    layer.unit = unit;
    return layer;
}

Variable variableOf(qint64 id, const QString &name)
{
    Variable variable;
    variable.id = {id};
    variable.uuid = QUuid::createUuid();
    variable.layer = {1};
    variable.name = name;
    variable.position = int(id);
    return variable;
}

Code codeOf(qint64 id, qint64 variable, const QString &name)
{
    Code code;
    code.id = {id};
    code.uuid = QUuid::createUuid();
    code.variable = {variable};
    code.name = name;
    code.position = int(id);
    return code;
}

/// The project of it, written as an import writes.
void write(const Study &study, const QString &path)
{
    const QDateTime at = QDateTime(QDate(2026, 1, 2), QTime(3, 4), QTimeZone::UTC);
    auto store = ProjectStore::create(path, study.codebook, {{}, at});
    QVERIFY2(store, store ? "" : qPrintable(store.error().message));
    const Codebook stored = *store->codebook(); // ids are given anew
    const auto layer = stored.layers().front().id;
    const auto codeIn = [&](CodeId code) {
        const Code *known = study.codebook.code(code);
        if (!known)
            return CodeId();
        const auto same = stored.codes(stored.variable(layer, study.codebook.variable(known->variable)->name)->id);
        return (*std::ranges::find(same, known->name, &Code::name))->id;
    };
    auto session = store->beginImport();
    QVERIFY(session);
    const SourceId source = *session->add(Source{{}, u"/corpus"_s, QByteArray(64, 'a'), u"UTF-8"_s});
    std::map<QString, CoderId> coders;
    for (const QString &name : study.coders) {
        const Coder coder{coderId(name), QUuid::createUuid(), name, CoderRole::Coder};
        QVERIFY(session->apply(Edit<Coder>{std::nullopt, coder}));
        coders[name] = coder.id;
    }
    std::vector<ArticleId> articles;
    for (const auto &[title, text] : study.articles) {
        Article article;
        article.title = title;
        article.source = source;
        article.uuid = QUuid::createUuid();
        const auto id = session->add(article, text, {});
        QVERIFY2(id, id ? "" : qPrintable(id.error().message));
        articles.push_back(*id);
    }
    for (const Study::Coding &coding : study.codings) {
        Annotation annotation;
        annotation.uuid = QUuid::createUuid();
        annotation.article = articles[coding.article];
        annotation.layer = layer;
        annotation.coder = coders[coding.coder];
        annotation.code = codeIn(coding.code);
        annotation.ranges = coding.ranges;
        for (const VariableValue &value : coding.values)
            annotation.values.push_back({stored.variable(layer, study.codebook.variable(value.variable)->name)->id, codeIn(std::get<CodeId>(value.value))});
        annotation.created = annotation.modified = at;
        const auto added = session->add(annotation);
        QVERIFY2(added, added ? "" : qPrintable(added.error().message));
    }
    const auto done = session->commit(u"Import a corpus"_s, {{}, at});
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
}

// PolNeAR: standoff files; the cue counts before the source before the content where they overlap.
Study polnear(const QJsonObject &facts)
{
    const QString folder = testing::newsFolder() + u"/polnear"_s;
    const QStringList ranked{u"Content"_s, u"Source"_s, u"Cue"_s};
    Study study;
    study.codebook = Codebook(u"PolNeAR"_s, 1, {layerOf(u"Attribution"_s, LayerUnit::Span)}, {variableOf(1, u"part"_s)},
                              {codeOf(1, 1, ranked[0]), codeOf(2, 1, ranked[1]), codeOf(3, 1, ranked[2])});
    const QJsonObject documents = facts["multi"_L1].toObject();
    for (auto document = documents.begin(); document != documents.end(); ++document) {
        const QByteArray text = contentsOf(folder + u"/text/"_s + document.key() + u".txt"_s);
        const qsizetype length = QString::fromUtf8(text).toUcs4().size();
        study.articles.emplace_back(document.key(), text);
        for (const QJsonValue &coder : document.value()["annotators"_L1].toArray()) {
            std::vector<int> labels(size_t(length), 0);
            const QByteArray lines = contentsOf(folder + u"/attributions/%1_%2.ann"_s.arg(document.key(), coder.toString()));
            for (const QByteArray &line : lines.split('\n')) {
                const QString marked = QString::fromUtf8(line).section(u'\t', 1, 1);
                const int rank = int(ranked.indexOf(marked.section(u' ', 0, 0))) + 1;
                if (!line.startsWith('T') || rank == 0)
                    continue;
                for (const QString &part : marked.section(u' ', 1).split(u';')) {
                    for (qsizetype at = part.section(u' ', 0, 0).toInt(); at < part.section(u' ', 1, 1).toInt(); ++at)
                        labels[size_t(at)] = std::max(labels[size_t(at)], rank);
                }
            }
            for (qsizetype begin = 0, end = 0; begin < length; begin = end) {
                for (end = begin; end < length && labels[size_t(end)] == labels[size_t(begin)];)
                    ++end;
                if (labels[size_t(begin)])
                    study.codings.push_back({study.articles.size() - 1, coder.toString(), {1}, CodeId{labels[size_t(begin)]}, {{begin, end}}, {}});
            }
            if (!study.coders.contains(coder.toString()))
                study.coders += coder.toString();
        }
    }
    return study;
}

// BABE: a workbook, one row a rating of a sentence.
Study babe(const QJsonObject &, const QString &group)
{
    Study study;
    study.codebook = Codebook(u"BABE"_s, 1, {layerOf(u"Sentence"_s, LayerUnit::Article)}, {variableOf(1, u"bias"_s)}, {codeOf(1, 1, u"Biased"_s), codeOf(2, 1, u"Non-biased"_s)});
    const auto book = Workbook::open(contentsOf(testing::newsFolder() + u"/babe/raw_labels_%1.xlsx"_s.arg(group)));
    const auto rows = book ? book->rows(0) : Result<std::vector<SheetRow>>(std::unexpected(book.error()));
    if (!rows)
        qFatal("%s", qPrintable(rows.error().message));
    std::map<QString, int> columns;
    for (const auto &[column, title] : rows->front().cells)
        columns[title] = column;
    std::map<QString, size_t> sentences;
    for (const SheetRow &row : *rows | std::views::drop(1)) {
        const QString text = row.cell(columns["text"_L1]), coder = row.cell(columns[columns.contains(u"annotator_id"_s) ? u"annotator_id"_s : u"annotators"_s]),
                      label = row.cell(columns["label_bias"_L1]);
        const auto [sentence, isNew] = sentences.try_emplace(text, study.articles.size());
        if (isNew)
            study.articles.emplace_back(text.left(60), text.toUtf8());
        if (!study.coders.contains(coder))
            study.coders += coder;
        if (const qint64 code = label == "Biased"_L1 ? 1 : label == "Non-biased"_L1 ? 2 : 0)
            study.codings.push_back({sentence->second, coder, {1}, {}, {}, {{{1}, CodeId{code}}}});
    }
    return study;
}

// Narrative frames: questions to articles, of which the texts are not there.
Study narrative(const QJsonObject &facts)
{
    Study study;
    std::vector<Variable> variables;
    std::vector<Code> codes;
    std::map<std::pair<QString, QString>, CodeId> answers;
    const QJsonObject questions = facts["alpha_per_question"_L1].toObject();
    for (auto question = questions.begin(); question != questions.end(); ++question) {
        variables.push_back(variableOf(qint64(variables.size()) + 1, question.key()));
        for (const QString &answer : question.value()["values"_L1].toObject().keys()) {
            codes.push_back(codeOf(qint64(codes.size()) + 1, variables.back().id.value, answer));
            answers[{question.key(), answer}] = codes.back().id;
        }
    }
    study.codebook = Codebook(u"Narrative frames"_s, 1, {layerOf(u"Article"_s, LayerUnit::Article)}, variables, codes);
    const QJsonObject documents = QJsonDocument::fromJson(contentsOf(testing::newsFolder() + u"/narrative/full_annotations.json"_s)).object();
    for (auto document = documents.begin(); document != documents.end(); ++document) {
        study.articles.emplace_back(document.key(), document.value()["_ID"_L1].toString().toUtf8());
        for (int coder = 0; coder < facts["coders"_L1].toInt(); ++coder) {
            Study::Coding coding{study.articles.size() - 1, u"coder %1"_s.arg(coder + 1), {1}, {}, {}, {}};
            for (const Variable &question : variables) {
                const QString answer = document.value()[question.name][1][coder].toString();
                if (!answer.isEmpty())
                    coding.values.push_back({question.id, answers[{question.name, answer}]});
            }
            if (!coding.values.empty())
                study.codings.push_back(coding);
        }
    }
    for (int coder = 0; coder < facts["coders"_L1].toInt(); ++coder)
        study.coders += u"coder %1"_s.arg(coder + 1);
    return study;
}

} // namespace

class AgreementOfNewsTest : public QObject
{
    Q_OBJECT

private slots:
    void polnearCharactersByArticle();
    void polnearWordsPooledAndByArticle();
    void polnearPairsOfCoders();
    void babeRatings();
    void narrativeQuestions();

private:
    /// Writes the project, opens it in the window and goes to Agreement.
    void show(const Study &study);
    /// The same, and chooses the coefficient of spans that stands so many places above the last.
    void showSpans(const Study &study, int above, const QString &coefficient);
    /// That each article has this coefficient, as the facts state it.
    void compareArticles(const QJsonObject &documents, QLatin1StringView fact);
    FigureTable *table(const QString &name) { return m_studio->window().findChild<FigureTable *>(name); }
    QString cell(FigureTable *of, const QString &row, const QString &column) const;

    std::unique_ptr<Studio> m_studio;
};

void AgreementOfNewsTest::show(const Study &study)
{
    m_studio.reset();
    m_studio = std::make_unique<Studio>();
    write(study, m_studio->project());
    applyTheme(Theme::Light);
    m_studio->showWindow();
    m_studio->window().resize(1366, 768);
    QVERIFY(m_studio->window().openProject(m_studio->project()));
    m_studio->workspace().setCoder(m_studio->workspace().coders().front().id);
    m_studio->window().findChild<QAction *>(u"place-agreement"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(table(u"reliabilityTable"_s) && table(u"reliabilityTable"_s)->model()->rowCount() > 0, 200000);
}

/// What stands in the column of that title, in the row of that name.
QString AgreementOfNewsTest::cell(FigureTable *of, const QString &row, const QString &column) const
{
    const auto *model = of->model();
    for (int at = 0; at < model->columnCount(); ++at) {
        if (model->headerData(at, Qt::Horizontal).toString().trimmed() != column)
            continue;
        for (int line = 0; line < model->rowCount(); ++line) {
            if (model->index(line, 0).data().toString() == row)
                return model->index(line, at).data().toString();
        }
    }
    return {};
}

void AgreementOfNewsTest::showSpans(const Study &study, int above, const QString &coefficient)
{
    show(study);
    auto *spans = m_studio->window().findChild<QComboBox *>(u"spanCoefficient"_s);
    spans->setFocus();
    QTest::keyClick(spans, Qt::Key_End);
    for (int at = 0; at < above; ++at)
        QTest::keyClick(spans, Qt::Key_Up);
    QTRY_COMPARE_WITH_TIMEOUT(cell(table(u"reliabilityTable"_s), u"Attribution (spans)"_s, u"Coefficient"_s), coefficient, 200000);
}

void AgreementOfNewsTest::compareArticles(const QJsonObject &documents, QLatin1StringView fact)
{
    const auto stated = [&](const QJsonValue &document) { return QString::number(document[fact].toDouble(), 'f', 3); };
    QTRY_COMPARE_WITH_TIMEOUT(table(u"articleTable"_s)->model()->rowCount(), int(documents.size()), 200000);
    QTRY_COMPARE_WITH_TIMEOUT(cell(table(u"articleTable"_s), documents.begin().key(), u"Coefficient"_s), stated(documents.begin().value()), 200000);
    for (auto document = documents.begin(); document != documents.end(); ++document)
        QCOMPARE(cell(table(u"articleTable"_s), document.key(), u"Coefficient"_s), stated(document.value()));
}

void AgreementOfNewsTest::polnearCharactersByArticle()
{
    const QJsonObject facts = testing::newsFacts()["polnear"_L1].toObject();
    if (facts.isEmpty() || !QFile::exists(testing::newsFolder() + u"/polnear/text"_s))
        QSKIP("PolNeAR or the facts about it are not here.");
    showSpans(polnear(facts), 1, u"α of characters"_s);
    compareArticles(facts["multi"_L1].toObject(), "char_alpha"_L1);
    m_studio->window().findChild<QTabWidget *>(u"agreementDetails"_s)->setCurrentIndex(2);
    QVERIFY(testing::keepPicture(m_studio->window(), u"agreement-polnear"_s));
}

void AgreementOfNewsTest::polnearWordsPooledAndByArticle()
{
    const QJsonObject facts = testing::newsFacts()["polnear"_L1].toObject();
    if (facts.isEmpty() || !QFile::exists(testing::newsFolder() + u"/polnear/text"_s))
        QSKIP("PolNeAR or the facts about it are not here.");
    showSpans(polnear(facts), 0, u"α of words"_s);
    QCOMPARE(cell(table(u"reliabilityTable"_s), u"Attribution (spans)"_s, u"Value"_s),
             QString::number(facts["pooled_token_alpha"_L1]["alpha"_L1].toDouble(), 'f', 3));
    compareArticles(facts["multi"_L1].toObject(), "token_alpha"_L1);
}

void AgreementOfNewsTest::polnearPairsOfCoders()
{
    QJsonObject facts = testing::newsFacts()["polnear"_L1].toObject();
    if (facts.isEmpty() || !QFile::exists(testing::newsFolder() + u"/polnear/text"_s))
        QSKIP("PolNeAR or the facts about it are not here.");
    const QJsonObject documents = facts["multi"_L1].toObject();
    for (auto document = documents.begin(); document != documents.end(); ++document) { // the facts are of each by itself
        facts["multi"_L1] = QJsonObject{{document.key(), document.value()}};
        showSpans(polnear(facts), 1, u"α of characters"_s);
        const QJsonObject pairs = document.value()["pairwise_char_kappa"_L1].toObject();
        QTRY_COMPARE_WITH_TIMEOUT(table(u"pairTable"_s)->model()->rowCount(), int(pairs.size()), 200000);
        for (auto pair = pairs.begin(); pair != pairs.end(); ++pair) {
            const QString kappa = u"Cohen’s κ "_s + QString::number(pair.value().toDouble(), 'f', 3);
            QTRY_COMPARE_WITH_TIMEOUT(cell(table(u"pairTable"_s), QString(pair.key()).replace(u"-"_s, u", "_s), u"Also"_s), kappa, 200000);
        }
    }
}

void AgreementOfNewsTest::babeRatings()
{
    const QJsonObject facts = testing::newsFacts()["babe"_L1].toObject();
    if (facts.isEmpty() || !QFile::exists(testing::newsFolder() + u"/babe"_s))
        QSKIP("BABE or the facts about it are not here.");
    for (auto group = facts.begin(); group != facts.end(); ++group) {
        show(babe(facts, group.key()));
        const QJsonObject fact = group.value()["label_bias_all"_L1].toObject();
        QCOMPARE(cell(table(u"reliabilityTable"_s), u"Sentence: bias"_s, u"Value"_s), QString::number(fact["alpha"_L1].toDouble(), 'f', 3));
        QCOMPARE(cell(table(u"reliabilityTable"_s), u"Sentence: bias"_s, u"Units"_s), QString::number(fact["units_with_2plus"_L1].toInt()));
        QTRY_VERIFY_WITH_TIMEOUT(table(u"pairTable"_s)->model()->rowCount() > 0, 200000);
        QVERIFY(testing::keepPicture(m_studio->window(), u"agreement-babe"_s));
    }
}

void AgreementOfNewsTest::narrativeQuestions()
{
    const QJsonObject facts = testing::newsFacts()["narrative_frames"_L1].toObject();
    if (facts.isEmpty() || !QFile::exists(testing::newsFolder() + u"/narrative/full_annotations.json"_s))
        QSKIP("The corpus of narrative frames or the facts about it are not here.");
    show(narrative(facts));
    const QJsonObject questions = facts["alpha_per_question"_L1].toObject();
    QCOMPARE(table(u"reliabilityTable"_s)->model()->rowCount(), int(questions.size()));
    for (auto question = questions.begin(); question != questions.end(); ++question) {
        const QJsonObject fact = question.value().toObject();
        const QString name = u"Article: "_s + question.key();
        QCOMPARE(cell(table(u"reliabilityTable"_s), name, u"Value"_s), fact["alpha"_L1].isNull() ? u"—"_s : QString::number(fact["alpha"_L1].toDouble(), 'f', 3));
        QCOMPARE(cell(table(u"reliabilityTable"_s), name, u"Units"_s), QString::number(fact["units_with_2plus"_L1].toInt()));
    }
    QVERIFY(testing::keepPicture(m_studio->window(), u"agreement-narrative"_s));
}

GALLEY_WINDOW_TEST(AgreementOfNewsTest)
#include "tst_agreementofnews.moc"
