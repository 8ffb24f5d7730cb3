/// Who delivers: operators, their programs with their keys, and who of the staff speaks for which.
///
/// Owns the tables `fibre.operator`, `partner` and `spokesperson`. Façade: [Partners]; [Keyhole]
/// lets programs in by their key. Door: [PartnersPage] (web, administrators). Calls `people`.
@org.springframework.modulith.NamedInterface("partners")
@org.jspecify.annotations.NullMarked
package org.foyal.fibre.files.partners;
