package org.foyal.requests;

import java.util.Optional;
import org.foyal.cases.Question.Delay;
import org.foyal.shell.language.Told;

/// What can be reported, in plain words.
///
/// @param code its name in addresses
/// @param group what it is shown under
/// @param keywords further words by which people look for it, in any language
/// @param department the code of whoever answers; nobody named: the city
/// @param active whether it can be reported now
/// @param example whether a demonstration invented it
/// @param version of the row, for two people who write at once
public record Category(
    String code,
    Told group,
    Told title,
    String keywords,
    Optional<String> department,
    Delay delay,
    int place,
    boolean active,
    boolean example,
    int version) {}
