/// Secrets drawn by lot: keys of programs, links of letters, secret addresses.
///
/// Part of the frame; owns nothing and calls nobody.
@org.jspecify.annotations.NullMarked
package org.foyal.shell.secrets;
