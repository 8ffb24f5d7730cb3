package org.foyal.fablab.projects;

import org.foyal.shell.uploads.Content;

/// A file that is kept.
///
/// @param name safe in addresses and archives: letters, digits, points and hyphens
public record Kept(String name, String type, Content content) {}
