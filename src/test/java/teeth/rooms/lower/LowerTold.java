package teeth.rooms.lower;

/// An event of the lower room.
public record LowerTold(long id) {}
