/// The formulas of equality: pure, without framework, each with its source and the published
/// numbers that it is tested against.
///
/// Owns no table and has no door. Calls only `kernel`, whose intervals it uses.
@org.jspecify.annotations.NullMarked
package org.foyal.equality.measure;
