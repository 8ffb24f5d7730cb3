package org.foyal.innovation.applying;

import org.jspecify.annotations.Nullable;

/// What is to be done, as far as it was said.
///
/// @param euros what is asked for
/// @param showsName whether a person may be named in the public list if the project is funded
public record Project(String title, String summary, @Nullable Integer euros, boolean showsName) {}
