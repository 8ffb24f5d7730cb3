package org.foyal.fibre;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The two times of a question: what was so on a day, as it was known at a moment.
///
/// « What did the plan say on that day » asks both; « what do we know today of that day » asks the
/// day and the present moment.
///
/// @param day the day that is asked about
/// @param known the moment whose knowledge counts; what was learned later is left out
public record AsOf(LocalDate day, Instant known) {
  /// What was known by the end of a day about that same day.
  public static AsOf on(LocalDate day, ZoneId zone) {
    return new AsOf(day, day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1));
  }

  /// What is known now of a day.
  public static AsOf known(Instant now, LocalDate day) {
    return new AsOf(day, now);
  }

  /// What is known now of today.
  public static AsOf now(Instant now, ZoneId zone) {
    return new AsOf(LocalDate.ofInstant(now, zone), now);
  }

  /// What was known by the end of a day about another.
  public static AsOf of(LocalDate day, LocalDate knownBy, ZoneId zone) {
    return new AsOf(day, on(knownBy, zone).known());
  }
}
