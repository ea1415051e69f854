// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "outputbuffer.h"
#include "streameddataset.h"

#include <domain/labels.h>
#include <domain/rows.h>
#include <domain/storedsample.h>

namespace galley {

/// Galley's lossless JSON Lines: what is written here and read by the jsonl reader is the same again. One object a line,
/// keys in a fixed order, empty ones left out (but `title`, `zones` and `text` of an article), offsets in code points.
/// In this order the lines can be read in one pass: codebook, coders, articles with their progress, annotations.
class JsonlWriter
{
public:
    JsonlWriter(QIODevice &device, const Codebook &codebook, std::span<const Coder> coders, std::span<const Actor> actors);

    Result<> write(const Codebook &codebook);
    Result<> write(const Coder &coder);
    Result<> write(const ArticleRow &row); ///< the article, then a line for each coder's progress
    Result<> write(const AnnotationRow &row);
    Result<> write(const RulingRow &ruling); ///< after the annotations it names
    Result<> write(const StoredSample &sample);
    Result<> finish(); ///< must come last; until then nothing is sure to be on the device

private:
    void key(std::string_view name);
    void text(std::string_view name, std::string_view value);
    void text(std::string_view name, QStringView value);
    void source(const Source &source);
    void fields(const QMap<QString, QString> &fields);
    void zones(const std::vector<Zone> &zones);
    void values(const AnnotationRow &row);
    void value(const Value &value);
    void progress(const QUuid &article, const Progress &progress);
    void begin(std::string_view type);
    Result<> end();

    Labels m_labels;
    OutputBuffer m_out;
};

} // namespace galley
