package org.foyal.fablab.machines;

/// A way on from the lab’s page that works today; the nested rooms offer theirs as beans.
///
/// @param path the address below the language, for example `/fablab/book`
/// @param words the key of its name; the key followed by `.about` is its one sentence
/// @param order where it stands among the others, smallest first
public record LabEntry(String path, String words, int order) {}
