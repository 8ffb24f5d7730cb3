package org.foyal.people.mandates;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.people.mandates.Mandate.How;
import org.foyal.shell.language.Language;

/// A mandate as a helper and a person want it.
///
/// @param form names the form, so that the same one sent twice is one mandate
/// @param person the person's name, or what they are called
/// @param email where a letter reaches them; empty for none
/// @param consent how the person said yes; nothing before they did
/// @param renews the mandate that it follows
/// @param example whether a demonstration invented it
public record Wish(
    UUID form,
    String person,
    String email,
    int days,
    List<String> scope,
    Language language,
    Optional<How> consent,
    Optional<UUID> renews,
    boolean example) {}
