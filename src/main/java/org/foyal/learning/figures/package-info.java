/// What workshops and help add up to: sessions, hours, places, who came, who waited, who was not
/// served, by neighbourhood and audience.
///
/// Owns the tables `figure_publication` and `figure_cell` of the schema `learning`, in which what
/// was published of people stays as it was published, and `figure_correction`, which says where a
/// correction waits; reads what its neighbours keep in the same schema. Façade: [LearningFigures],
/// which is asked for the room's figures. Doors: [LearningFiguresPage] (web, everybody),
/// [FunderFiguresPage] (web, staff), [LearningFiguresApi] (CSV, JSON), [LearningFiguresNightly]
/// (time). Calls [org.foyal.learning.places], [org.foyal.learning.courses], `territory` and the
/// waiting that `cases` counts.
@org.springframework.modulith.NamedInterface("figures")
@org.jspecify.annotations.NullMarked
package org.foyal.learning.figures;
