package org.foyal.people.trail;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.foyal.shell.guard.Act;
import org.foyal.shell.guard.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the audit trail and lets it be searched.
@Service
public class AuditTrail implements Trail {
  /// How many acts a page shows.
  static final int PAGE = 50;

  private final TrailStore store;
  private final TrailSettings settings;
  private final Clock clock;

  AuditTrail(TrailStore store, TrailSettings settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  /// What to look for; empty fields ask for nothing.
  ///
  /// @param text found in a name, an address or what the act was about
  /// @param what the key of the words of the act
  /// @param from first day, in the city's zone
  /// @param to last day, included
  record Search(String text, String what, @Nullable LocalDate from, @Nullable LocalDate to) {}

  /// The deed and its trace stand or fall together: outside a transaction there is no trace.
  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void append(Act act) {
    store.append(
        clock.instant(),
        new Act(
            act.who(),
            cut(act.name(), 100),
            cut(act.from(), 64),
            act.what(),
            cut(act.about(), 500)));
  }

  private static String cut(String text, int longest) {
    var clean = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\u2028\u2029]", " ");
    return clean.length() > longest ? clean.substring(0, longest - 1) + "…" : clean;
  }

  /// The acts that match, newest first, from the one before a number on.
  @Transactional(readOnly = true)
  List<Recorded> find(Search search, long before, ZoneId zone) {
    return store.find(search, before, zone, PAGE + 1);
  }

  /// Every act that matches, newest first, one by one.
  @Transactional(readOnly = true)
  void each(Search search, ZoneId zone, Consumer<Recorded> reader) {
    store.each(search, zone, reader);
  }

  /// The kinds of acts that the trail has.
  @Transactional(readOnly = true)
  List<String> kinds() {
    return store.kinds();
  }

  /// Lets go what is older than its retention; the database refuses what is younger than 180 days.
  @Transactional
  int forgetOld() {
    return store.forgetBefore(clock.instant().minus(Duration.ofDays(settings.keptDays())));
  }
}
