package org.foyal.requests.filing;

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

  /// The same with a place in words.
  ReportForm at(String name) {
    return new ReportForm(lat, lon, name, words, this.name, email, phone, form);
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
}
