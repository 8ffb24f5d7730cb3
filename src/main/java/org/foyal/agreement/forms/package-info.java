/// Reading what the staff type into the forms of the register, and what these offer to choose from.
///
/// Owns no table, has no door; calls nothing but the words of [org.foyal.agreement].
@org.jspecify.annotations.NullMarked
package org.foyal.agreement.forms;
