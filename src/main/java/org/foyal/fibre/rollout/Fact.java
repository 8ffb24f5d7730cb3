package org.foyal.fibre.rollout;

import java.time.LocalDate;
import java.util.Optional;
import org.foyal.fibre.Cited;
import org.foyal.fibre.Dated;
import org.foyal.fibre.Held;
import org.foyal.shell.language.Told;

/// What somebody published of the plan, with its own denominator and source.
///
/// @param on the day that it speaks of
/// @param place in the words of the source; empty: the whole city
/// @param area the code of the area that it speaks of; none: the whole city, or not known
public record Fact(
    Held held,
    String code,
    Kind kind,
    Told title,
    Dated on,
    String place,
    Optional<String> area,
    Optional<String> cabinet,
    Amount amount,
    Optional<Expected> expected,
    Cited source)
    implements Version {
  @Override
  public String key() {
    return code;
  }

  /// What kind of fact it is.
  public enum Kind {
    /// So many of so many.
    COUNT,
    /// Something opened.
    OPENING,
    /// Something was announced, without a day.
    ANNOUNCEMENT,
    /// Something is planned, for a span of days.
    PLAN,
    /// Money that was announced.
    INVESTMENT
  }

  /// What is counted.
  public enum Unit {
    /// Homes and businesses.
    PREMISES,
    /// Homes.
    DWELLINGS,
    /// Households.
    HOUSEHOLDS,
    /// Street cabinets.
    CABINETS,
    /// Money.
    EUROS
  }

  /// How many, and of how many: two figures with different denominators are never put into one
  /// curve without saying so.
  ///
  /// @param ofPremises homes and businesses, where the source does not part them
  public record Amount(
      Optional<Long> number,
      Unit unit,
      Optional<Integer> ofDwellings,
      Optional<Integer> ofBusinesses,
      Optional<Integer> ofPremises) {
    /// The whole: homes and businesses together where both are told.
    public Optional<Integer> of() {
      return ofPremises.or(() -> ofDwellings.map(homes -> homes + ofBusinesses.orElse(0)));
    }

    /// The share in percent; the source's own rounding is not repeated.
    public Optional<Double> share_percent() {
      return number.flatMap(count -> of().map(whole -> 100.0 * count / whole));
    }
  }

  /// When something planned is expected: some day of a span.
  public record Expected(LocalDate from, LocalDate to) {}
}
