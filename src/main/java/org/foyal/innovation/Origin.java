package org.foyal.innovation;

/// Where somebody lives or a seat is, as far as calls ask.
public enum Origin {
  /// In the city.
  CITY,
  /// Elsewhere on the island.
  ISLAND,
  /// Elsewhere in the Caribbean.
  CARIBBEAN,
  /// Anywhere else.
  ELSEWHERE;

  /// The key of its name.
  public String words() {
    return "innovation.origin." + name();
  }
}
