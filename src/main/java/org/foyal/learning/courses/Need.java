package org.foyal.learning.courses;

import org.foyal.shell.language.Told;

/// What somebody wants to be able to do, in plain words: « Envoyer un mail ».
///
/// @param code its name in addresses
/// @param place where it stands among the others, smallest first
/// @param active whether people are offered it
/// @param example whether a demonstration invented it
/// @param version of the row, for two people who write at once
public record Need(
    String code, Told title, int place, boolean active, boolean example, int version) {}
