/// The agreements that the city signed, kept in public: what was promised by whom, what became of
/// it, and how we know.
///
/// Owns the schema `agreement`, which its nested rooms share. Façades: [Agreements] for reading,
/// [Signing] and [Register] for writing; nobody else writes. The doors stand in the nested rooms:
/// [org.foyal.agreement.promises] (the public pages), [org.foyal.agreement.desk] (the staff's),
/// [org.foyal.agreement.accompaniment], [org.foyal.agreement.committee],
/// [org.foyal.agreement.following]; here only [FiguresNightly] (time). Asks every room that is a
/// [org.foyal.kernel.Figures] for its figures. May call `people` and `post`.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"people", "post", "post :: subscriptions"})
@org.jspecify.annotations.NullMarked
package org.foyal.agreement;
