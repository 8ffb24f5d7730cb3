/// A planted nested room, which the lower room calls without naming it.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package teeth.rooms.upper.cellar;
