package teeth.rooms.upper.cellar;

/// The nested room's façade.
public record Cellar(String what) {}
