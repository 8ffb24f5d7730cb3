/// What stands between the street and the rooms: headers, limits, the staff's chain of sign-in, who
/// may enter which staff page ([For]), and the audit trail as rooms write it ([Trail]).
@org.jspecify.annotations.NullMarked
package org.foyal.shell.guard;
