package org.foyal.fibre.asking;

import java.time.LocalDate;
import java.util.List;
import org.foyal.fibre.premises.Building;
import org.foyal.territory.search.Hit;

/// What was found where somebody asked.
public sealed interface Place {
  /// One building, and its answer.
  record Here(Home home) implements Place {}

  /// Several buildings: one is to be chosen.
  ///
  /// @param street its identifier; empty where a point was shown
  record Several(String street, String label, List<Building> buildings) implements Place {}

  /// Nothing is known at that number.
  ///
  /// @param near buildings at the nearest numbers that are known
  record NoneHere(String street, String name, HouseNumber number, List<Building> near)
      implements Place {
    /// Number and street on one line.
    public String label() {
      return number.said() + " " + name;
    }
  }

  /// A street without a number.
  ///
  /// @param unread whether a number was typed that is none
  /// @param numbers those that are known
  /// @param numberless buildings without a number
  record Street(
      String street,
      String name,
      boolean unread,
      List<HouseNumber> numbers,
      List<Building> numberless)
      implements Place {}

  /// Several streets or places answer what was typed.
  record Streets(List<Hit> hits) implements Place {}

  /// No street answers it.
  record NoStreet(String typed, List<Hit> near) implements Place {}

  /// No building is known around a point.
  record NobodyAround() implements Place {}

  /// The point lies outside the city, or is none.
  record Outside() implements Place {}

  /// The building was in a file, and is in none now.
  record Gone(Building last, LocalDate since) implements Place {}

  /// Nothing was asked.
  record Nothing() implements Place {}
}
