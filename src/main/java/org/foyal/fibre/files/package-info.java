/// Files of fibre in: what operators and the regulator deliver, tried first, undone after, asked
/// about where it can't be.
///
/// Owns the tables `fibre.delivery`, `refused_row` and `doubt`, and the writing of the versions
/// that [org.foyal.fibre.premises] and [org.foyal.fibre.rollout] read. Façades: [FibreFiles],
/// [Doubts]. Doors: [FilesPage] and [DoubtsPage] (web; administrators and operators),
/// [DeliveriesApi] (operators' programs), [FibreCommand] (`bin/import --fibre`). `reading` judges
/// rows, `partners` knows who delivers, `extracts` are the files out. Calls what reads the files of
/// the territory, and `people`.
@org.springframework.modulith.NamedInterface("files")
@org.jspecify.annotations.NullMarked
package org.foyal.fibre.files;
