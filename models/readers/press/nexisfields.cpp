// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "nexisfields.h"

#include <QHash>
#include <QRegularExpression>

#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct Names
{
    NexisField field;
    QStringView names; ///< between "|", lower case
};

constexpr std::array nexisNames{
    Names{{NexisKind::Headline}, u"headline|title|kop|titel|titre|überschrift|ueberschrift|schlagzeile|titular|título|titulo|titolo|"
                            "overskrift"},
    Names{{NexisKind::Byline}, u"byline|author|autor|auteur|autore|signature|name|door|auteurs|autoren|autores"},
    Names{{NexisKind::Section}, u"section|rubrik|rubrique|rubriek|sectie|sección|seccion|seção|sezione|sektion"},
    Names{{NexisKind::Length}, u"length|länge|laenge|longueur|lengte|longitud|lunghezza|comprimento|längd|længde"},
    Names{{NexisKind::Dateline}, u"dateline|ortszeile|ort|origine|lieu|plaats|lugar|datelijn"},
    Names{{NexisKind::Highlight},
        u"highlight|chapeau|abstract|samenvatting|zusammenfassung|résumé|resume|resumen|vorspann|teaser|summary"},
    Names{{NexisKind::Body}, u"body|text|texte|texto|article|tekst|volltext|full text|artikel|cuerpo|testo"},
    Names{{NexisKind::Show}, u"show"},
    Names{{NexisKind::Url}, u"url|web address|website|link"},
    Names{{NexisKind::Language, true}, u"language|sprache|langue|taal|idioma|lenguaje|lingua|språk|sprog"},
    Names{{NexisKind::LoadDate, true},
        u"load-date|update|upload|date-chargement|date de chargement|laaddatum|fecha-carga|fecha de carga|ladedatum|data-carica"},
    Names{{NexisKind::Graphic, true},
        u"graphic|graphics|grafik|graphique|grafiek|afbeelding|gráfico|grafico|graphisme|illustration|"
        "photo|foto|image|caption"},
    Names{{NexisKind::Other},
        u"anchor|anchors|guest|guests|host|hosts|reporter|reporters|bio|contact|column|edition|issue|page|pages|series|"
        "series title|source|story|volume|category|by|content|ausgabe|seite|kategorie|quelle|editor|editors|"
        "time|program|station"},
    Names{{NexisKind::Other, true},
        u"acc-no|city|code-revue|company|correction|correction-date|country|credit|distribution|document-type|enhancement|entity|"
        "firma|geographic|industry|isbn|issn|journal-code|journal code|keyword|keywords|legacy-id|memo|note|notes|notes-1|"
        "organization|organisation|person|product|pub-subject|pub-type|publication-type|publication type|publikationstyp|region|"
        "schlagwort|schlagwörter|schlagworte|state|subject|sujet|table|tables|target-audience|ticker|transcript|"
        "type|type-publication|type de publication|tipo-publicación|tipo de publicación|publicatietype|soort-publicatie|"
        "view original page|zeitungs-code|zeitschriften-code|dokumenttyp|document type|load date|publisher|society|crime|sports"},
};

} // namespace

std::optional<NexisField> nexisFieldNamed(QStringView name)
{
    static const QHash<QString, NexisField> fields = [] {
        QHash<QString, NexisField> result;
        for (const Names &row : nexisNames) {
            for (const QStringView one : qTokenize(row.names, u'|'))
                result.insert(one.toString(), row.field);
        }
        return result;
    }();
    if (name.size() > 40)
        return std::nullopt;
    const auto found = fields.constFind(name.toString().toLower());
    return found == fields.constEnd() ? std::nullopt : std::optional(*found);
}

bool isNexisMarker(QStringView line)
{
    static const QRegularExpression marker(
        u"^\\s*(?:\\d[\\d.,]* (?:of|von|de|van|di|af|av) \\d[\\d.,]* (?:DOCUMENTS?|DO[CK]UMENTEN?|DOCUMENTOS?|DOCUMENTI|"
        "DOKUMENTER)|(?:Dokument|Document|Documento) \\d[\\d.,]* (?:von|de|van|of|di|af|av) \\d[\\d.,]*)\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return line.size() < 120 && marker.matchView(line).hasMatch();
}

} // namespace galley
