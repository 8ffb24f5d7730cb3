/// The city in a crisis (cyclone, water cut): one switch, read by every room. While it is on, every
/// page says so and since when, the front page and reporting come in few bytes, and what can wait
/// waits; ending it brings everything back.
///
/// Owns the schema `shell`. Façade: [CrisisSwitch]. Door: [CrisisPage] (web, administrators). Calls
/// nobody.
@org.jspecify.annotations.NullMarked
package org.foyal.shell.crisis;
