/// The few values that every room shares. Depends on the JDK alone; owns no table and has no door.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.foyal.kernel;
