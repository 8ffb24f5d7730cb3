/// What the upper room keeps to itself.
@org.jspecify.annotations.NullMarked
package teeth.rooms.upper.hidden;
