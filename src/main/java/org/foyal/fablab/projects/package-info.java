/// Projects: what people made in the lab and show to others, with how it is made, what of, its
/// files and its licence, as Open Know-How writes it down.
///
/// Owns the tables `fablab.project` and `project_file`. Façade: [Projects]. Doors: [GalleryPage]
/// (everybody), [MyProjectsPage] (the maker, by the reference and code of their card),
/// [ProjectsDeskPage] (staff). Tells the house [ProjectPublished]. Calls `members`, `machines` and
/// `booking`.
@org.springframework.modulith.NamedInterface("projects")
@org.jspecify.annotations.NullMarked
package org.foyal.fablab.projects;
