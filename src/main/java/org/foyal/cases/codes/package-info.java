/// The codes that go with references: whoever has both is whoever asked, without an account. Rooms
/// whose references are not cases make theirs here too.
///
/// Owns the table `cases.secret`. Façade: [Codes]. No door of its own. Calls no other package.
@org.springframework.modulith.NamedInterface("codes")
@org.jspecify.annotations.NullMarked
package org.foyal.cases.codes;
