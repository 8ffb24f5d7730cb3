/// « Suivre ma demande »: whoever has a reference and its code sees what became of their case,
/// writes, takes it back, or goes on with it when it was closed but is not settled.
///
/// Owns no table. Door: [MyCasePage] (web). Calls [org.foyal.cases].
@org.jspecify.annotations.NullMarked
package org.foyal.cases.follow;
