package org.foyal.territory.search;

import java.util.List;

/// What a search found, best first.
///
/// @param total how many answer, those left out for want of room included
/// @param near when nothing answers: what comes closest
/// @param searched what was searched, to say so
public record Found(List<Hit> hits, int total, List<Hit> near, Searched searched) {

  /// How many names were searched, and of which version of the territory.
  public record Searched(long version, int areas, int streets, int places) {}
}
