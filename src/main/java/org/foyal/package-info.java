/// The house: one program, one database; each package below is a room with one public façade.
@org.jspecify.annotations.NullMarked
package org.foyal;
