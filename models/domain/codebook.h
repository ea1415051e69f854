// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/id.h>
#include <domain/value.h>

#include <QString>
#include <QStringList>
#include <QUuid>

#include <map>
#include <optional>
#include <vector>

namespace galley {

enum class LayerUnit { Span, Article };
enum class VariableType {
    Code,
    Ordinal,
    Number,
    Boolean,
    Text,
    Date,
    Actor,
    Passage ///< a role: source, cue, evidence …
};
enum class Snap { Free, Word, Sentence, Paragraph }; ///< what a coded passage is widened to
enum class Overlap {
    Any,
    Stacked, ///< two annotations of a coder in a layer share all of their text or none
    None
};

/// A kind of annotation and the unit it applies to: Framing, Stance, Article.
struct Layer
{
    LayerId id;
    QUuid uuid;
    QString name;
    LayerUnit unit = LayerUnit::Span;
    QString description;
    int position = 0;
    QStringList leaveOut = {}; ///< kinds of zones, by name: what stands in them is no text of this layer and counts for nothing
    Snap snap = Snap::Free;
    Overlap overlap = Overlap::Any;
    bool acrossParagraphs = true; ///< may a range go over the end of a paragraph?

    bool operator==(const Layer &) const = default;
};

/// What is recorded in a layer: frame, target, polarity.
struct Variable
{
    VariableId id;
    QUuid uuid;
    LayerId layer;
    QString name;
    VariableType type = VariableType::Code;
    QString description;
    bool required = false;
    bool multiple = false;
    std::optional<double> minimum; ///< of a number
    std::optional<double> maximum;
    int position = 0;
    bool ratio = false;                  ///< a number with a true zero: twice as much means something
    std::optional<Value> standard = {};  ///< what a new annotation begins with
    Condition shownWhen = {};            ///< else it is not asked, and has no value
    Condition requiredWhen = {};         ///< where it is `required`: only then

    bool operator==(const Variable &) const = default;
};

/// A category of a code or ordinal variable. Codes form a tree; ordinal codes are ordered by position.
struct Code
{
    CodeId id;
    QUuid uuid;
    VariableId variable;
    CodeId parent; ///< 0 at the top
    QString name;
    std::optional<double> value; ///< its number in exports and ordinal scales
    QString definition;
    QString include; ///< when to apply it
    QString exclude; ///< when not to
    QStringList examples;
    QString color; ///< "#rrggbb", or empty: the palette gives one
    QString key;   ///< one character that applies it, or empty
    int position = 0;
    QStringList aliases = {};         ///< other names it is found by
    QString hint = {};                ///< a few words beside its name
    QStringList counterExamples = {}; ///< passages that look like it and are not
    bool retired = false;             ///< what has it keeps it; nothing new gets it

    bool operator==(const Code &) const = default;
};

/// All layers, variables and codes of a project, in their order, with the look-ups everybody needs.
/// A layer's *principal variable* is its first code or ordinal variable that takes one value, where the layer's unit is the span;
/// `Annotation::code` holds that variable's value.
class Codebook
{
public:
    Codebook() = default;
    Codebook(QString name, int revision, std::vector<Layer> layers, std::vector<Variable> variables, std::vector<Code> codes,
             RevisionId content = {});

    const QString &name() const { return m_name; }
    int revision() const { return m_revision; } ///< counts the states the codebook has had, from 1; for people
    /// The number of a revision that the codebook had or has; 0 where it is not among those made known.
    int numberOf(RevisionId revision) const;
    void setRevisions(std::map<RevisionId, int> numbers) { m_numbers = std::move(numbers); }
    RevisionId content() const { return m_content; } ///< by which the revision is known; 0 where it is of no project

    const std::vector<Layer> &layers() const { return m_layers; }
    const std::vector<Variable> &variables() const { return m_variables; } ///< by layer, then position
    const std::vector<Code> &codes() const { return m_codes; }             ///< by variable, then depth first

    const Layer *layer(LayerId id) const;
    const Layer *layer(QStringView name) const;
    const Variable *variable(VariableId id) const;
    const Variable *variable(LayerId layer, QStringView name) const;
    const Code *code(CodeId id) const;

    std::vector<const Variable *> variables(LayerId layer) const;
    const Variable *principalVariable(LayerId layer) const;
    std::vector<const Code *> codes(VariableId variable) const;               ///< depth first
    std::vector<const Code *> children(VariableId variable, CodeId parent) const;

    QString path(CodeId code) const; ///< "Path/To/Code"; "/" inside a name is written "\/"
    const Code *code(VariableId variable, QStringView path) const; ///< by path, or by a name that is unique in the variable

    bool operator==(const Codebook &) const = default;

private:
    QString m_name;
    int m_revision = 1;
    RevisionId m_content;
    std::map<RevisionId, int> m_numbers;
    std::vector<Layer> m_layers;
    std::vector<Variable> m_variables;
    std::vector<Code> m_codes;
};

QString nameOf(LayerUnit unit);     ///< "span", "article"
QString nameOf(VariableType type);  ///< "code", "ordinal", "number", "boolean", "text", "date", "actor", "passage"
QString nameOf(Snap snap);          ///< "free", "word", "sentence", "paragraph"
QString nameOf(Overlap overlap);    ///< "any", "stacked", "none"
std::optional<Snap> snapNamed(QStringView name);
std::optional<Overlap> overlapNamed(QStringView name);
std::optional<LayerUnit> layerUnitNamed(QStringView name);
std::optional<VariableType> variableTypeNamed(QStringView name);

/// The revision that has these layers, variables, codes and this name: the same content, the same revision, on whichever copy.
RevisionId contentOf(const Codebook &codebook);

} // namespace galley
