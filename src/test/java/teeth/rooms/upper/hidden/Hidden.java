package teeth.rooms.upper.hidden;

/// Public for the language, not for the neighbours.
public record Hidden(String what) {}
