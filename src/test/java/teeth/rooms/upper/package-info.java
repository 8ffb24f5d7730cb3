/// A planted room that may call nobody, and does.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package teeth.rooms.upper;
