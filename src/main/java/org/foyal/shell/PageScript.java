package org.foyal.shell;

/// A script of a room that stands on every page for residents: a bean of that room. It is a few
/// hundred bytes that look whether there is anything to do, and fetch what does it only then.
///
/// @param asset the file that looks
/// @param then the file that it fetches
public record PageScript(String asset, String then) {}
