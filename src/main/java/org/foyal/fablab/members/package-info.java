/// Members: whoever comes to the lab, without an account. A member is a learner of `learning` under
/// the same identifier: name and contact stand there alone.
///
/// Owns the table `fablab.member`. Façade: [Members]. No door of its own. Calls the learners of
/// `learning` and the codes of `cases`.
@org.springframework.modulith.NamedInterface("members")
@org.jspecify.annotations.NullMarked
package org.foyal.fablab.members;
