package org.foyal.territory;

import java.time.Instant;

/// Where data came from: what every figure and every extract shows beside itself.
///
/// @param kind what the import brought, as the table of imports names it, for example `AREAS`
/// @param source who made the data, in the words of whoever imported it
/// @param licence under what licence it may be used again; empty when none was named
/// @param importedAt when it came into the house
public record Provenance(String kind, String source, String licence, Instant importedAt) {}
