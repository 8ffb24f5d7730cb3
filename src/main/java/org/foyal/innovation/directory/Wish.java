package org.foyal.innovation.directory;

import java.util.UUID;
import org.foyal.innovation.voice.Tongue;

/// A wish to be in the directory, as typed.
///
/// @param form names the form: sent twice it is one wish
/// @param kind,origin names of what was chosen
public record Wish(
    UUID form,
    String kind,
    String name,
    String registration,
    String about,
    String website,
    String origin,
    String email,
    Tongue tongue,
    boolean example) {}
