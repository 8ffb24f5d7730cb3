/// A planted room that may call the upper one through its façade, and reaches further.
@org.springframework.modulith.ApplicationModule(allowedDependencies = "upper")
@org.jspecify.annotations.NullMarked
package teeth.rooms.lower;
