// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bratrecords.h"

#include <domain/codepath.h>
#include <domain/identity.h>
#include <domain/nameduuid.h>
#include <readers/readertext.h>

#include <QSet>

#include <algorithm>
#include <map>

namespace galley::brat {

namespace {

using namespace Qt::StringLiterals;

/// What the annotations of a file name, as a codebook: every layer's principal variable has its types as codes.
class Draft
{
public:
    void addCode(const QString &layer, const QString &path)
    {
        Part &part = m_layers[layer];
        for (qsizetype at = 0; at <= path.size(); ++at) { // parents first; "\/" is no end of a name
            const bool ends = at == path.size() || (path[at] == u'/' && (at == 0 || path[at - 1] != u'\\'));
            if (ends && at > 0 && !part.codes.contains(path.first(at)))
                part.codes += path.first(at);
        }
    }

    /// False where the name stands for something else already.
    bool addVariable(const QString &layer, const QString &name, VariableType type, const QString &description, bool multiple)
    {
        Part &part = m_layers[layer];
        const auto known = std::ranges::find(part.variables, name, &Variable::name);
        if (known == part.variables.end()) {
            Variable variable;
            variable.name = name;
            variable.type = type;
            variable.description = description;
            variable.multiple = multiple;
            part.variables.push_back(variable);
            return name != brat::type;
        }
        known->multiple = known->multiple || multiple;
        return known->type == type && known->description == description;
    }

    void addValue(const QString &layer, const QString &variable, const QString &value)
    {
        QStringList &values = m_layers[layer].values[variable];
        if (!values.contains(value))
            values += value;
    }

    Codebook codebook() const
    {
        std::vector<Layer> layers;
        std::vector<Variable> variables;
        std::vector<Code> codes;
        for (const auto &[name, part] : m_layers) {
            const LayerId layer{qint64(layers.size()) + 1};
            layers.push_back({layer, layerUuid(brat::layer, name), name, LayerUnit::Span, {}, int(layers.size())});
            const auto add = [&](Variable variable) {
                variable.id = {qint64(variables.size()) + 1};
                variable.layer = layer;
                variable.uuid = variableUuid(brat::layer, name, variable.name);
                variable.position = int(variables.size());
                variables.push_back(variable);
                return variable.id;
            };
            Variable type;
            type.name = brat::type;
            addCodes(codes, name, type.name, add(type), part.codes);
            for (const Variable &variable : part.variables) {
                const VariableId id = add(variable);
                if (const auto values = part.values.find(variable.name); values != part.values.end() && variable.type == VariableType::Code)
                    addCodes(codes, name, variable.name, id, values->second);
            }
        }
        return Codebook(brat::layer, 1, std::move(layers), std::move(variables), std::move(codes));
    }

private:
    struct Part
    {
        QStringList codes; ///< paths, parents first
        std::vector<Variable> variables;
        std::map<QString, QStringList> values; ///< paths likewise, of variables
    };

    static void addCodes(std::vector<Code> &codes, const QString &layer, const QString &variable, VariableId of, const QStringList &paths)
    {
        QHash<QString, CodeId> known;
        for (const QString &path : paths) {
            qsizetype cut = path.lastIndexOf(u'/');
            while (cut > 0 && path[cut - 1] == u'\\')
                cut = path.lastIndexOf(u'/', cut - 1);
            Code code;
            code.id = {qint64(codes.size()) + 1};
            code.variable = of;
            code.uuid = codeUuid(brat::layer, layer, variable, path);
            code.parent = cut > 0 ? known.value(path.first(cut)) : CodeId{};
            code.name = path.sliced(cut > 0 ? cut + 1 : 0).replace("\\/"_L1, "/"_L1);
            code.position = int(codes.size());
            known.insert(path, code.id);
            codes.push_back(code);
        }
    }

    std::map<QString, Part> m_layers;
};

class Making
{
public:
    Making(const File &file, const Counting &counting, const QHash<QString, QString> &labels, const QString &coder)
        : m_file(file)
        , m_counting(counting)
        , m_labels(labels)
        , m_coder(coder)
    {
        for (size_t at = 0; at < file.textBounds.size(); ++at)
            m_stretches.insert(file.textBounds[at].id, at);
        for (const Link &event : file.events)
            m_triggerOf.insert(event.id, event.trigger);
    }

    std::vector<ReadRecord> run()
    {
        for (const auto &[line, reason] : m_file.problems)
            problem(line, reason);
        takeStretches();
        for (const Link &event : m_file.events) {
            for (const auto &[role, target] : event.roles)
                takeRole(event, event.id, nameOf(roleName(role)), target, {});
        }
        for (const Link &relation : m_file.relations)
            takeRole(relation, relation.roles[0].second, nameOf(relation.type), relation.roles[1].second, relationDescription(relation.roles[0].first, relation.roles[1].first));
        takeAttributes();
        takeNotes();
        tellWhatHasNoPlace();
        std::vector<ReadRecord> records;
        if (!m_annotations.empty())
            records.push_back({0, ReadCodebook{m_draft.codebook()}});
        for (const auto &[line, annotation] : m_annotations)
            records.push_back({line, annotation});
        std::ranges::move(m_problems, std::back_inserter(records));
        return records;
    }

private:
    /// What Galley made safe, by its name; what brat has, as it is.
    QString nameOf(const QString &name) const { return m_labels.value(name, name); }

    void problem(int line, const QString &reason, bool remark = false) { m_problems.push_back({line, ReadProblem{reason, remark}}); }

    /// Layer and code of a type: "Framing/Crime and punishment"; what is no name of ours is a code of the layer of brat.
    std::pair<QString, QString> meaningOf(const QString &type) const
    {
        const auto label = m_labels.constFind(type);
        if (label == m_labels.constEnd())
            return {brat::layer, pathBelow({}, type)};
        for (qsizetype at = 0; at < label->size(); ++at) {
            if (label->at(at) == u'/' && (at == 0 || label->at(at - 1) != u'\\'))
                return {QString(label->first(at)).replace("\\/"_L1, "/"_L1), label->sliced(at + 1)};
        }
        return {brat::layer, pathBelow({}, *label)};
    }

    /// One annotation for each stretch that is no trigger, and one for each event.
    void takeStretches()
    {
        QHash<QString, std::vector<const Link *>> eventsAt;
        for (const Link &event : m_file.events) {
            eventsAt[event.trigger].push_back(&event);
            if (!m_stretches.contains(event.trigger))
                problem(event.line, Readers::tr("The event %1 names “%2”, which is not in the file.").arg(event.id, event.trigger));
        }
        for (size_t at = 0; at < m_file.textBounds.size(); ++at) {
            const TextBound &stretch = m_file.textBounds[at];
            if (!m_counting.places[at]) {
                problem(stretch.line, Readers::tr("“%1” is not the text at its place.").arg(stretch.quote.left(60)));
                continue;
            }
            const auto events = eventsAt.constFind(stretch.id);
            if (events == eventsAt.constEnd()) {
                addAnnotation(stretch.id, stretch.line, stretch.type, at);
                continue;
            }
            for (const Link *event : *events) {
                if (!m_annotationOf.contains(stretch.id)) // what is said of the trigger is said of the first
                    m_annotationOf.insert(stretch.id, m_annotations.size());
                addAnnotation(event->id, event->line, event->type, at);
                m_eventsWithoutRoles += event->roles.empty() ? 1 : 0;
            }
        }
    }

    void addAnnotation(const QString &id, int line, const QString &type, size_t stretch)
    {
        const auto [layer, code] = meaningOf(type);
        m_draft.addCode(layer, code);
        ReadAnnotation read;
        read.article = u"text"_s;
        read.coder = m_coder;
        read.layer = layer;
        read.code = code;
        for (const Range &range : *m_counting.places[stretch])
            read.ranges.emplace_back(range.begin, range.end);
        m_annotationOf.insert(id, m_annotations.size());
        m_annotations.emplace_back(line, std::move(read));
    }

    ReadAnnotation *annotationOf(const QString &id)
    {
        const auto known = m_annotationOf.constFind(id);
        return known == m_annotationOf.constEnd() ? nullptr : &m_annotations[*known].second;
    }

    /// Where an argument stands: an event where its trigger does.
    std::optional<ReadPassage> passageOf(const QString &id) const
    {
        const auto known = m_stretches.constFind(m_triggerOf.value(id, id));
        if (known == m_stretches.constEnd() || !m_counting.places[*known])
            return std::nullopt;
        ReadPassage passage;
        for (const Range &range : *m_counting.places[*known])
            passage.ranges.emplace_back(range.begin, range.end);
        return passage;
    }

    void takeRole(const Link &link, const QString &from, const QString &name, const QString &to, const QString &description)
    {
        ReadAnnotation *annotation = annotationOf(from);
        auto passage = passageOf(to);
        if (!annotation || !passage)
            return problem(link.line, Readers::tr("%1 names “%2”, which is not in the file or was not taken.").arg(link.id, annotation ? to : from));
        if (!m_draft.addVariable(annotation->layer, name, VariableType::Passage, description, true))
            return problem(link.line, Readers::tr("“%1” stands for two things in the file; what %2 says by it was left out.").arg(name, link.id));
        auto known = std::ranges::find(annotation->passages, name, &std::pair<QString, std::vector<ReadPassage>>::first);
        if (known == annotation->passages.end())
            known = annotation->passages.insert(known, {name, {}});
        known->second.push_back(std::move(*passage));
    }

    void takeAttributes()
    {
        QSet<QString> valued, severally, seen;
        for (const Attribute &attribute : m_file.attributes) {
            if (!attribute.value.isEmpty())
                valued.insert(attribute.name);
            const QString place = attribute.target + u' ' + attribute.name;
            if (seen.contains(place))
                severally.insert(attribute.name);
            seen.insert(place);
        }
        for (const Attribute &attribute : m_file.attributes) {
            ReadAnnotation *annotation = annotationOf(attribute.target);
            const QString name = nameOf(attribute.name);
            const bool isFlag = !valued.contains(attribute.name);
            if (!annotation) {
                problem(attribute.line, Readers::tr("The attribute “%1” is of “%2”, which is not in the file or cannot have one here.").arg(name, attribute.target));
                continue;
            }
            const QString value = isFlag ? u"true"_s : pathBelow({}, attribute.value.isEmpty() ? u"true"_s : nameOf(attribute.value));
            if (!m_draft.addVariable(annotation->layer, name, isFlag ? VariableType::Boolean : VariableType::Code, {}, severally.contains(attribute.name))) {
                problem(attribute.line, Readers::tr("“%1” stands for two things in the file; it was left out as an attribute.").arg(name));
                continue;
            }
            if (!isFlag)
                m_draft.addValue(annotation->layer, name, value);
            auto known = std::ranges::find(annotation->values, name, &std::pair<QString, std::vector<QString>>::first);
            if (known == annotation->values.end())
                known = annotation->values.insert(known, {name, {}});
            if (!std::ranges::contains(known->second, value))
                known->second.push_back(value);
        }
    }

    void takeNotes()
    {
        for (const Note &note : m_file.notes) {
            ReadAnnotation *annotation = annotationOf(note.target);
            if (annotation)
                annotation->memo += annotation->memo.isEmpty() ? note.text : u'\n' + note.text;
            else
                ++m_notesElsewhere;
        }
    }

    void tellWhatHasNoPlace()
    {
        const auto tell = [&](int count, const QString &sentence) {
            if (count > 0)
                problem(0, sentence);
        };
        tell(m_file.references, Readers::tr("left out: %n references to other sources (N)", nullptr, m_file.references));
        tell(m_file.equivalences, Readers::tr("left out: %n equivalences (*)", nullptr, m_file.equivalences));
        tell(m_file.otherNotes + m_notesElsewhere, Readers::tr("left out: %n notes that are of no stretch or event, or of a tool (#)", nullptr, m_file.otherNotes + m_notesElsewhere));
        const int unordered = int(std::ranges::count_if(m_file.textBounds, [](const TextBound &stretch) { return !std::ranges::is_sorted(stretch.offsets); }));
        if (unordered > 0)
            problem(0, Readers::tr("%n stretches state their pieces in another order than the text has them; here they stand in reading order", nullptr, unordered), true);
        if (m_eventsWithoutRoles > 0)
            problem(0, Readers::tr("%n events without arguments came in as stretches", nullptr, m_eventsWithoutRoles), true);
    }

    const File &m_file;
    const Counting &m_counting;
    const QHash<QString, QString> &m_labels;
    const QString m_coder;
    Draft m_draft;
    QHash<QString, size_t> m_stretches;     ///< by id
    QHash<QString, QString> m_triggerOf;    ///< of events
    QHash<QString, size_t> m_annotationOf;  ///< by id of stretch or event
    std::vector<std::pair<int, ReadAnnotation>> m_annotations;
    std::vector<ReadRecord> m_problems;
    int m_eventsWithoutRoles = 0, m_notesElsewhere = 0;
};

} // namespace

std::vector<ReadRecord> recordsOf(const File &file, const Counting &counting, const QHash<QString, QString> &labels, const QString &coder)
{
    return Making(file, counting, labels, coder).run();
}

} // namespace galley::brat
