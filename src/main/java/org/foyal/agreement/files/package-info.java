/// Bringing agreements in from a file: what a city signed before it had Foyal, entered in one go.
///
/// Owns no table; writes through [org.foyal.agreement.Signing], [org.foyal.agreement.Register] and
/// [org.foyal.agreement.accompaniment.Accompaniment]. Doors: none, whoever has the file calls
/// [AgreementFiles].
@org.springframework.modulith.NamedInterface("files")
@org.jspecify.annotations.NullMarked
package org.foyal.agreement.files;
