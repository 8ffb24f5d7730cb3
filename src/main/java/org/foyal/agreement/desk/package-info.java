/// The staff's pages of the register: entering agreements and promises, saying where each stands,
/// with proof; who looks after what.
///
/// Owns no table; writes through [org.foyal.agreement.Signing] and [org.foyal.agreement.Register].
/// Doors: [RegisterPage], [AgreementFormPage], [PartPage], [CommitmentFormPage], [KeepingPage],
/// [WithdrawingPage], [PartiesPage], [PartyPage] (web).
@org.jspecify.annotations.NullMarked
package org.foyal.agreement.desk;
