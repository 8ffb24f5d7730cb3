/// What stands between the street and the rooms: headers, limits, the staff's chain of sign-in.
@org.jspecify.annotations.NullMarked
package org.foyal.shell.guard;
