/// The public pages of agreements and promises: what was promised, what is late, how we know.
///
/// Owns no table; reads through [org.foyal.agreement.Agreements]. Doors: [PromisesPage],
/// [PromisePage], [AgreementPage] (web), [EvidenceApi] (files that prove something). The front page
/// lists promises by [Card] and [Shown].
@org.springframework.modulith.NamedInterface("promises")
@org.jspecify.annotations.NullMarked
package org.foyal.agreement.promises;
