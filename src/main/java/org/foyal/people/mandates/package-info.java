/// Mandates: somebody of the staff acts for a person who asked for it face to face, for a while and
/// for named acts only; the person sees each act and ends it without an account.
///
/// Owns `people.mandate`, `people.mandate_entry` and `people.mandate_helper`, in the schema that
/// the room around it owns. Doors: [HelpingPage], [HelpersPage], [EndMandatePage], [LostCardPage]
/// (web, staff), [MyMandatePage] (web, whoever holds a reference and its code), [MandatesNightly]
/// (time). Rooms above offer the acts that a mandate can be for as beans [ActKind], and call
/// [Mandates#act] in the transaction of the act. Calls `post` and the frame.
@org.springframework.modulith.NamedInterface("mandates")
@org.jspecify.annotations.NullMarked
package org.foyal.people.mandates;
