package org.foyal.territory.files;

import java.time.Instant;

/// What is owed to the producer of data that is in force: shown wherever that data is.
///
/// @param kind what it is about: AREAS, SCORES, STREETS, ROADS, PLACES or ADDRESSES
/// @param note what the producer warns of; empty when nothing
/// @param since when the latest such file came in
public record Notice(String kind, String source, String licence, String note, Instant since) {}
