/// The directory of companies and associations that asked to be in it: their number is checked, the
/// wish is confirmed by the link of a letter, somebody of the staff has looked at it, and they
/// leave by the same link.
///
/// Owns `innovation.listing`. Façade: [Directory]. Doors: [DirectoryPage] (web),
/// [DirectoryDeskPage] (web, staff), [DirectoryNightly] (time).
@org.springframework.modulith.NamedInterface("directory")
@org.jspecify.annotations.NullMarked
package org.foyal.innovation.directory;
