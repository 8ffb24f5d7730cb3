package org.foyal.people.mandates;

/// Something that can be done for a person under a mandate; rooms tell theirs as beans.
///
/// @param code names it in the database, for example `requests.report`
/// @param words the key of the plain words that say it
/// @param order where it stands among the others, smallest first
public record ActKind(String code, String words, int order) {}
