package org.foyal.learning.places.files;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Telephone numbers as the national standard writes them, and as people do.
public final class Phone {
  private static final Pattern STANDARD =
      Pattern.compile("\\+(33|590|594|262|596|269|687|689|508|681)\\d{6,9}");

  /// The numbers of overseas France, by how they begin within it.
  private static final Map<String, String> OVERSEAS =
      Map.ofEntries(
          entry("0590", "+590"),
          entry("0690", "+590"),
          entry("0691", "+590"),
          entry("0594", "+594"),
          entry("0694", "+594"),
          entry("0596", "+596"),
          entry("0696", "+596"),
          entry("0697", "+596"),
          entry("0262", "+262"),
          entry("0269", "+262"),
          entry("0639", "+262"),
          entry("0692", "+262"),
          entry("0693", "+262"));

  private Phone() {}

  /// A number with its country, for example `+596596000000`; empty where it is none.
  public static Optional<String> read(String typed) {
    var digits = typed.replaceAll("[\\s\\p{Z}\\p{Cf}\\p{Pd}.()/]", "").replaceFirst("^00", "+");
    if (digits.matches("0[1-9]\\d{8}")) {
      digits = OVERSEAS.getOrDefault(digits.substring(0, 4), "+33") + digits.substring(1);
    }
    return Optional.of(digits).filter(STANDARD.asMatchPredicate());
  }

  /// A number as people of its country read and dial it: « 0596 00 00 00 ».
  public static String said(String number) {
    var overseas = number.matches("\\+(590|594|596|262)\\d{9}");
    if (!overseas && !number.matches("\\+33\\d{9}")) {
      return number;
    }
    var national = "0" + number.substring(overseas ? 4 : 3);
    return overseas
        ? national.replaceFirst("(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)", "$1\u00a0$2\u00a0$3\u00a0$4")
        : national.replaceAll("(\\d\\d)(?=\\d)", "$1\u00a0");
  }
}
