package org.foyal.equality.contest;

import java.util.Optional;
import java.util.UUID;
import org.foyal.shell.language.Language;

/// What somebody says of a figure.
///
/// @param form names the form that was sent
/// @param indicator the key of the figure
/// @param email where to answer, if they left it
public record Contest(
    long id,
    UUID form,
    String area,
    String indicator,
    String words,
    Optional<String> email,
    Language language) {}
