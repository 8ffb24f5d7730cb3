/// The languages of the house and the words of its rooms, each language a first-class version.
@org.jspecify.annotations.NullMarked
package org.foyal.shell.language;
