package org.foyal.participation;

import org.foyal.shell.language.Told;

/// What a question is about, and what a portfolio holds.
///
/// @param code its name in addresses
/// @param active whether questions may be asked about it now
/// @param example whether a demonstration invented it
/// @param version of the row, for two people who write at once
public record Theme(
    String code, Told title, int place, boolean active, boolean example, int version) {}
