/// The demonstration's FabLab: invented machines, hours, people, kits and projects, each marked as
/// an example.
///
/// Owns no table. Doors: none, it acts once after the start, through the doors that users have.
@org.jspecify.annotations.NullMarked
package org.foyal.demo.fablab;
