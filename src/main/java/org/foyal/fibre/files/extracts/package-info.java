/// Files of fibre out: what operators delivered, as it stood on a day, in the columns of IPE or as
/// points.
///
/// Owns no table. Façade: [Extracts]. Doors: [BuildingsApi] (operators' programs), [ExtractsPage]
/// (web; administrators and operators). Calls [org.foyal.fibre.files.partners].
@org.springframework.modulith.NamedInterface("extracts")
@org.jspecify.annotations.NullMarked
package org.foyal.fibre.files.extracts;
