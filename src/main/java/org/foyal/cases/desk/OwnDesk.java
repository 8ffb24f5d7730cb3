package org.foyal.cases.desk;

/// A kind of case that is answered at a desk of its room's own: a bean of that room. Agents see
/// such cases in the queue, write to whoever asked and hand them over; they close, undo and join
/// none.
///
/// @param kind the room that opens them
public record OwnDesk(String kind) {}
