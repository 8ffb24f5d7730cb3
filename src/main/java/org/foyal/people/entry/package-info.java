/// Sign-in in two steps, sessions, and what people do with their own account.
///
/// Part of the room `people`; owns its table `forgotten` and Spring Session's. Doors: [SignInPage],
/// [FirstFactorPage], [MePage], [MyKeysPage], [NewPasswordPage] (web), [ForgottenListener] (event,
/// start), [ForgottenNightly] (time). Calls [org.foyal.people] and [org.foyal.people.keys].
@org.jspecify.annotations.NullMarked
package org.foyal.people.entry;
