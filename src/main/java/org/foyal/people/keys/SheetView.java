package org.foyal.people.keys;

import java.util.List;

/// A sheet of one-time codes, shown once to be printed.
///
/// @param next the address below the language to go on to
public record SheetView(String name, String email, List<String> codes, String next) {}
