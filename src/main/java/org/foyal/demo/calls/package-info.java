/// The demonstration's call for projects: one invented call with six invented applications, each
/// marked as an example.
///
/// Owns no table. Doors: none, it acts once after the start, through the doors that users have.
@org.jspecify.annotations.NullMarked
package org.foyal.demo.calls;
