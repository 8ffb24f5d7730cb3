package org.foyal.requests.filing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.kernel.Position;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;

/// A report as typed.
///
/// @param lat,lon the place, in degrees, as the step before put it
/// @param place the place in words
/// @param form the name of the form
record ReportForm(
    @Nullable String lat,
    @Nullable String lon,
    @Nullable String place,
    @Nullable String words,
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String form) {
  /// The form of somebody who has chosen a place and typed nothing yet.
  static ReportForm at(@Nullable String lat, @Nullable String lon, @Nullable String place) {
    return new ReportForm(lat, lon, place, "", "", "", "", UUID.randomUUID().toString());
  }

  /// The position, where both numbers are one.
  Optional<Position> where() {
    return lat == null || lon == null ? Optional.empty() : Position.read(lat, lon);
  }

  String placeSaid() {
    var said = Plain.line(place);
    return said.length() > 300 ? said.substring(0, 300) : said;
  }

  String said() {
    return Plain.text(words);
  }

  Optional<String> some(@Nullable String text) {
    return Optional.of(Plain.line(text)).filter(line -> !line.isEmpty());
  }

  UUID named() {
    return Plain.formName(form);
  }

  /// What can't stand; the key of the words that say why, by field.
  ///
  /// @param reachable whether a letter can go to the address typed
  Map<String, String> problems(boolean reachable) {
    var problems = new LinkedHashMap<String, String>();
    if (where().isEmpty() && placeSaid().isEmpty()) {
      problems.put("place", "requests.problem.where");
    }
    if (said().isEmpty()) {
      problems.put("words", "requests.problem.words");
    } else if (said().length() > 4000) {
      problems.put("words", "requests.problem.long");
    }
    if (Plain.line(name).length() > 200) {
      problems.put("name", "requests.problem.long");
    }
    if (!reachable) {
      problems.put("email", "requests.problem.email");
    }
    if (some(phone).filter(number -> !number.matches("[+0-9][0-9 .()-]{5,39}")).isPresent()) {
      problems.put("phone", "requests.problem.phone");
    }
    return problems;
  }
}
