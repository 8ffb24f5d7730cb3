/// What the doors of data share: how they answer and refuse, and how points on a map are written.
///
/// Owns nothing. No doors of its own. Calls the frame only.
@org.jspecify.annotations.NullMarked
package org.foyal.shell.data;
