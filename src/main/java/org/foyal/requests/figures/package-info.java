/// What reports add up to, in public: how many, how long people wait, how often late, whether the
/// counter waits longer, which neighbourhoods are silent.
///
/// Owns no table. Façade: [RequestFigures], which is asked for the room's figures. Door:
/// [ReportFiguresPage] (web, everybody). Calls [org.foyal.requests], `territory` and what `cases`
/// counts.
@org.jspecify.annotations.NullMarked
package org.foyal.requests.figures;
