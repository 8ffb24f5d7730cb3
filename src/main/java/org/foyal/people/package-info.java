/// The staff: accounts and roles, sign-in in two steps, the audit trail. Residents need no account.
///
/// Owns the schema `people`, the sessions in it too. Doors: [AccountsPage], [AccountPage],
/// [InvitationPage], [DeskPage] (web), [StaffCommand] (the server's console), [PeopleNightly]
/// (time), [FirstAdministratorListener] (start). The doors of sign-in are in
/// [org.foyal.people.entry], the one of the audit trail in [org.foyal.people.trail], those of the
/// mandates of helped people in [org.foyal.people.mandates]. Implements the sign-in interface of
/// [org.foyal.shell.guard]. May call [org.foyal.post.Post], for the letters that carry links.
@org.springframework.modulith.ApplicationModule(allowedDependencies = "post")
@org.jspecify.annotations.NullMarked
package org.foyal.people;
