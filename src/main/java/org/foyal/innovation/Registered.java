package org.foyal.innovation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The number by which a register knows a company or an association, always well formed.
///
/// A SIRET is 14 digits, the nine of the SIREN and five of the establishment, each by the key of
/// Luhn. La Poste (SIREN 356000000) has more establishments than the key leaves room for: where it
/// fails there, the sum of the digits is a multiple of 5. An RNA is `W` and nine signs, letters
/// among them overseas.
///
/// @param number as the register writes it, without spaces
public record Registered(String number) {
  private static final Pattern SIRET = Pattern.compile("\\d{14}");
  private static final Pattern RNA = Pattern.compile("W[0-9A-Z][0-9A-Z][0-9A-Z]\\d{6}");
  private static final String LA_POSTE = "356000000";

  /// Checks the number.
  ///
  /// @throws IllegalArgumentException when it is neither
  public Registered {
    if (!isSiret(number) && !RNA.matcher(number).matches()) {
      throw new IllegalArgumentException("neither SIRET nor RNA: " + number);
    }
  }

  /// Reads what somebody typed, with spaces or without; empty when it is neither.
  public static Optional<Registered> read(String typed) {
    var number = typed.replaceAll("[\\s.\u00a0-]", "").toUpperCase(Locale.ROOT);
    return isSiret(number) || RNA.matcher(number).matches()
        ? Optional.of(new Registered(number))
        : Optional.empty();
  }

  /// Whether it is the number of a company, not of an association alone.
  public boolean siret() {
    return !number.startsWith("W");
  }

  /// Whether this kind of holder is known by such a number: a company by its SIRET, an association
  /// by either.
  public boolean fits(Holder holder) {
    return switch (holder) {
      case PERSON -> false;
      case ASSOCIATION -> true;
      case COMPANY -> siret();
    };
  }

  private static boolean isSiret(String number) {
    if (!SIRET.matcher(number).matches()) {
      return false;
    }
    var siren = number.substring(0, 9);
    boolean keys = luhn(siren) && luhn(number);
    return keys || (siren.equals(LA_POSTE) && sum(number) % 5 == 0);
  }

  private static int sum(String digits) {
    return digits.chars().map(digit -> digit - '0').sum();
  }

  /// Every second digit from the right counts double, the digits of the double added (ISO/IEC
  /// 7812-1).
  private static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int counted = i % 2 == 1 ? 2 * digit : digit;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return sum % 10 == 0;
  }
}
