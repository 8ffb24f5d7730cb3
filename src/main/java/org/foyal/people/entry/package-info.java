/// Sign-in in two steps, sessions, and what people do with their own account.
///
/// Part of the room `people`; keeps nothing but Spring Session's rows. Doors: [SignInPage],
/// [FirstFactorPage], [MePage], [MyKeysPage], [NewPasswordPage] (web). Calls [org.foyal.people] and
/// [org.foyal.people.keys].
@org.jspecify.annotations.NullMarked
package org.foyal.people.entry;
