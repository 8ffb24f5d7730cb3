/// What `ops/unpack` asks of the program when it is installed, so that Java starts it quickly.
@org.jspecify.annotations.NullMarked
package org.foyal.shell.install;
