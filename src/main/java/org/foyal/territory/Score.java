package org.foyal.territory;

/// A published score of an area, for example of digital fragility.
///
/// @param indicator which score, in the producer's own word
/// @param period what time it speaks of, as the producer writes it
/// @param from where it came from
public record Score(String areaCode, String indicator, String period, int score, Provenance from) {}
