/// Calls for projects as everybody sees them: what is called for, by which criteria, until when.
///
/// Owns nothing. Door: [OpenCallsPage] (web).
@org.jspecify.annotations.NullMarked
package org.foyal.innovation.published;
