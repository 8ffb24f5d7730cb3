package org.foyal.learning.enrolment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.foyal.learning.enrolment.Draft.Channel;
import org.foyal.learning.enrolment.Draft.Person;
import org.foyal.post.Post;
import org.foyal.shell.ShellSettings;
import org.foyal.territory.Territory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Whoever comes, without an account: what they must give, who they are, where they are expected.
/// For all that people put their names down for, sessions and appointments alike.
@Component
public class Learners {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_FOLDED = 200;
  private static final int OLDEST_years = 120;
  private static final int YOUNGEST_years = 5;
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{6,15}");

  private final Post post;
  private final Territory territory;
  private final ShellSettings city;
  private final Clock clock;
  private final LearnerStore store;

  Learners(Post post, Territory territory, ShellSettings city, Clock clock, LearnerStore store) {
    this.store = store;
    this.post = post;
    this.territory = territory;
    this.city = city;
    this.clock = clock;
  }

  /// A telephone number as it is kept: digits, with a plus before those of other countries.
  public static String phone(String typed) {
    var digits = typed.replaceAll("[\\s.\\-‐‑–/()\u00a0\u202f]", "");
    return digits.startsWith("00") ? "+" + digits.substring(2) : digits;
  }

  /// The key of the words that say what is wrong, by field.
  Map<String, String> check(Draft draft) {
    return check(draft.person(), draft.channel() != Channel.COUNTER);
  }

  /// The same for a person alone.
  ///
  /// @param reachable whether a telephone or an address must be given
  public Map<String, String> check(Person person, boolean reachable) {
    var problems = new LinkedHashMap<String, String>();
    if (LearnerStore.folded(person.name()).isEmpty()) {
      problems.put("name", "learning.enrolment.problem.name");
    } else if (person.name().length() > LONGEST_NAME
        || LearnerStore.folded(person.name()).length() > LONGEST_FOLDED) {
      problems.put("name", "shell.problem.long");
    }
    contact(person, reachable, problems);
    int year = LocalDate.ofInstant(clock.instant(), city.timeZone()).getYear();
    if (person
        .birthYear()
        .filter(one -> one > year - YOUNGEST_years || one < year - OLDEST_years)
        .isPresent()) {
      problems.put("year", "learning.enrolment.problem.year");
    }
    if (person.area().isPresent() && territory.findArea(person.area().get()).isEmpty()) {
      problems.put("area", "learning.enrolment.problem.area");
    }
    return problems;
  }

  private void contact(Person person, boolean reachable, Map<String, String> problems) {
    if (person.email().isPresent() && person.email().flatMap(post::address).isEmpty()) {
      problems.put("email", "learning.enrolment.problem.email");
    }
    if (person.phone().filter(one -> !PHONE.matcher(one).matches()).isPresent()) {
      problems.put("phone", "learning.enrolment.problem.phone");
    }
    Optional<String> any = person.email().or(person::phone);
    if (any.isEmpty() && reachable) {
      problems.put("email", "learning.enrolment.problem.contact");
    }
  }

  /// Somebody who is known, and whether only since now.
  public record Known(UUID id, boolean fresh) {}

  /// The person of this name by this contact, noted now if they are new, and held until the
  /// transaction ends, so that nobody is put down twice at once.
  ///
  /// @param trusted whether somebody of the staff writes it down
  public Known known(Person person, boolean example, boolean trusted) {
    return store.known(person, clock.instant(), example, trusted);
  }

  /// Adds a telephone or an address where somebody has none; what they gave before stays. Whoever
  /// asks must be known to be the person.
  ///
  /// @return the key of the words that say what is wrong, if something is
  Optional<String> reach(
      Participation.Learner who, Optional<String> email, Optional<String> phone) {
    var person = new Person(who.name(), email, phone, who.birthYear(), who.area(), who.language());
    var problems = new LinkedHashMap<String, String>();
    contact(person, true, problems);
    if (problems.isEmpty()) {
      store.reach(who.id(), person);
    }
    return problems.values().stream().findFirst();
  }

  /// Somebody by their identifier, also one under which they were known before the desk made one of
  /// two.
  @Transactional(readOnly = true)
  public Optional<Participation.Learner> find(UUID learner) {
    return Optional.ofNullable(list(List.of(learner)).get(learner));
  }

  /// The same for several, by the identifier that was asked for.
  @Transactional(readOnly = true)
  public Map<UUID, Participation.Learner> list(Collection<UUID> learners) {
    return learners.isEmpty() ? Map.of() : store.list(learners);
  }

  /// The identifiers of those whose names hold some words, in the order of their names.
  @Transactional(readOnly = true)
  public List<UUID> named(String words, int most) {
    var folded = LearnerStore.folded(words);
    return folded.isEmpty() ? List.of() : store.named(folded, most);
  }

  /// Notes that somebody was here, for something else than a session: their name is kept from now.
  @Transactional
  public void seen(UUID learner) {
    store.seen(learner, clock.instant());
  }

  /// All identifiers under which somebody is or was known, the one that holds now first.
  @Transactional(readOnly = true)
  public List<UUID> identifiers(UUID learner) {
    return store.identifiers(learner);
  }

  /// What others asked on a page in the name of somebody whom the staff now has before it no longer
  /// passes for theirs.
  public void doubt(UUID learner) {
    store.doubt(learner);
  }

  /// Holds somebody until the transaction ends, so that they are put down for one thing at a time.
  public void hold(UUID learner) {
    store.hold(learner);
  }

  /// Whether somebody comes to a session in a while.
  public boolean inSession(UUID learner, Instant from, Instant until) {
    return store.inSession(learner, from, until);
  }

  /// Whether somebody is expected anywhere still.
  public boolean expected(UUID learner) {
    return store.expected(learner, clock.instant());
  }

  /// Erases somebody’s name and contact at once; what is counted stays.
  public void erase(UUID learner) {
    store.erase(learner, LocalDate.ofInstant(clock.instant(), city.timeZone()));
  }
}
