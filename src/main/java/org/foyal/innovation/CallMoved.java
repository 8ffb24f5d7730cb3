package org.foyal.innovation;

/// The deadline of a published call was moved: whoever is writing is told.
///
/// @param call its code
public record CallMoved(String call, int version) {}
