package org.foyal.participation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.cases.Question.Delay;
import org.foyal.shell.language.Told;

/// What an official was elected to, as the city enters it.
///
/// @param code its name in addresses
/// @param name of the person
/// @param role for example « adjointe à la voirie »
/// @param themes the codes of the portfolio
/// @param areas the codes of the neighbourhoods that it is for; none: the whole territory
/// @param accounts whoever answers: the official, the office
/// @param delay what is promised to whoever asks
/// @param example whether a demonstration invented it
/// @param version of the row, for two people who write at once
public record Mandate(
    String code,
    Body body,
    String name,
    Told role,
    List<String> themes,
    List<String> areas,
    LocalDate since,
    Optional<LocalDate> until,
    List<UUID> accounts,
    Delay delay,
    int place,
    boolean example,
    int version) {
  /// Keeps the lists as they are.
  public Mandate {
    themes = List.copyOf(themes);
    areas = List.copyOf(areas);
    accounts = List.copyOf(accounts);
  }

  /// Whether the mandate runs on a day.
  public boolean runs(LocalDate day) {
    return !day.isBefore(since) && until.filter(day::isAfter).isEmpty();
  }

  /// Whether it is for a neighbourhood by name.
  public boolean isOf(String area) {
    return areas.contains(area);
  }
}
