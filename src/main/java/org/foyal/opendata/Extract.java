package org.foyal.opendata;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.foyal.territory.Provenance;

/// A data set as it stands: how much it holds, where it came from, since when.
///
/// @param rows how many rows its files have
/// @param bytes the sizes of its files by format
/// @param derived whether it draws outlines that are not official
/// @param years what years its figures speak of, where they say one
record Extract(
    Dataset dataset,
    long rows,
    Map<Format, Long> bytes,
    List<Provenance> sources,
    boolean derived,
    List<Year> years) {

  /// The licence that holds for the whole, if it is one that we know.
  Optional<Licence> licence() {
    return Licence.of(sources.stream().map(Provenance::licence).toList());
  }

  /// The licences in the words of whoever imported the data.
  String licencesInWords() {
    return sources.stream()
        .map(Provenance::licence)
        .filter(licence -> !licence.isEmpty())
        .distinct()
        .collect(Collectors.joining(" ; "));
  }

  /// The sources in the words of whoever imported the data.
  String sourcesInWords() {
    return sources.stream().map(Provenance::source).distinct().collect(Collectors.joining(" ; "));
  }

  /// When its first and its last data came.
  Instant issued() {
    return sources.stream()
        .map(Provenance::importedAt)
        .min(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  Instant modified() {
    return sources.stream()
        .map(Provenance::importedAt)
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  /// The first day of the time that it speaks of; without a year, that of its loading.
  LocalDate firstDay() {
    return years.stream()
        .min(Year::compareTo)
        .map(year -> year.atDay(1))
        .orElseGet(() -> LocalDate.ofInstant(issued(), ZoneOffset.UTC));
  }

  LocalDate lastDay() {
    return years.stream()
        .max(Year::compareTo)
        .map(year -> year.atMonth(12).atEndOfMonth())
        .orElseGet(() -> LocalDate.ofInstant(modified(), ZoneOffset.UTC));
  }

  long bytes(Format format) {
    return bytes.getOrDefault(format, 0L);
  }
}
