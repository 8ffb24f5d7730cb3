package org.foyal.cases.desk;

/// A kind of case that is answered at a desk of its room's own: a bean of that room. Agents see
/// such cases in the queue and write to whoever asked; they close, undo, join and hand over none.
///
/// @param kind the room that opens them
public record OwnDesk(String kind) {}
