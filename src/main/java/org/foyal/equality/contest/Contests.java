package org.foyal.equality.contest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.foyal.equality.registry.Indicators;
import org.foyal.shell.language.Language;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of contested figures.
@Service
public class Contests {
  static final int LONGEST_WORDS = 2_000;
  private static final int LONGEST_ADDRESS = 254;
  private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]{2,}");

  private final ContestStore store;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  /// What the page tells whoever wrote, once their case is open; kept for a moment only.
  private final Cache<UUID, Opened> opened =
      Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(Duration.ofMinutes(5)).build();

  Contests(ContestStore store, ApplicationEventPublisher events, Clock clock) {
    this.store = store;
    this.events = events;
    this.clock = clock;
  }

  /// What is said.
  record Said(
      UUID form,
      String area,
      String indicator,
      String words,
      Optional<String> email,
      Language language) {}

  /// A case.
  ///
  /// @param code the secret that goes with its reference
  public record Opened(String reference, String code) {}

  /// What can come of contesting.
  sealed interface Filing {
    /// It is noted, and will be a case; the same form twice is noted once.
    record Filed() implements Filing {}

    /// It can’t stand: the keys of the words that say why, by field.
    record Refused(Map<String, String> problems) implements Filing {}
  }

  /// Notes what somebody contests, once a form.
  @Transactional
  Filing file(Said said) {
    var problems = new LinkedHashMap<String, String>();
    if (Indicators.find(said.indicator()).isEmpty()) {
      problems.put("indicator", "equality.contest.no-indicator");
    }
    if (said.words().isEmpty()) {
      problems.put("words", "equality.contest.no-words");
    } else if (said.words().length() > LONGEST_WORDS) {
      problems.put("words", "shell.problem.long");
    }
    if (said.email()
        .filter(one -> one.length() > LONGEST_ADDRESS || !ADDRESS.matcher(one).matches())
        .isPresent()) {
      problems.put("email", "equality.contest.no-email");
    }
    if (!problems.isEmpty()) {
      return new Filing.Refused(problems);
    }
    store.add(said, clock.instant()).ifPresent(id -> events.publishEvent(new FigureContested(id)));
    return new Filing.Filed();
  }

  /// The case that a form became, while its sender looks at the page.
  Optional<Opened> openedFor(UUID form) {
    return Optional.ofNullable(opened.getIfPresent(form));
  }

  /// One that is no case yet.
  @Transactional(readOnly = true)
  public Optional<Contest> findWaiting(long id) {
    return store.findWaiting(id);
  }

  /// Those that are no case yet, as a process died before they could be.
  @Transactional(readOnly = true)
  public List<Long> listWaiting() {
    return store.listWaiting();
  }

  /// Notes which case one became; what was said is forgotten here.
  @Transactional
  public void tie(Contest contest, Opened made) {
    store.tie(contest.id(), made.reference());
    opened.put(contest.form(), made);
  }
}
