package org.foyal.learning.activity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.foyal.kernel.Period;
import org.foyal.people.Actor;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.Trail;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The mediators' record of activities: recording, correcting, taking back, and its figures.
@Service
public class Activities {
  private static final String TWICE = "learning.activity.problem.twice";

  private final ActivityStore store;
  private final Territory territory;
  private final Beside beside;
  private final Trail trail;
  private final ActivitySettings settings;
  private final Day day;

  Activities(
      ActivityStore store,
      Territory territory,
      Beside beside,
      Trail trail,
      ActivitySettings settings,
      Day day) {
    this.store = store;
    this.territory = territory;
    this.beside = beside;
    this.trail = trail;
    this.settings = settings;
    this.day = day;
  }

  /// What other rooms know: where mediators work, what records are made from.
  @org.springframework.stereotype.Component("besideActivities")
  record Beside(ObjectProvider<Workplaces> workplaces, ObjectProvider<Occasions> occasions) {}

  /// What time it is in the city.
  @org.springframework.stereotype.Component("activityDay")
  record Day(Clock clock, ShellSettings shell) {
    LocalDate today() {
      return LocalDate.ofInstant(clock.instant(), shell.timeZone());
    }
  }

  /// Records what somebody of the staff did. The same form sent twice is one record.
  @Transactional
  public Recording record(Actor by, Draft draft) {
    var author = Objects.requireNonNull(by.id(), "a record has an author");
    var tidy = draft.tidy();
    var problems = problems(tidy, Optional.empty());
    if (!problems.isEmpty()) {
      return new Recording.Refused(problems);
    }
    var earlier = store.findByForm(author, draft.form());
    if (earlier.isPresent()) {
      return new Recording.Known(earlier.get());
    }
    var no = told(by, new Occasions.Of(tidy.session(), tidy.appointment()));
    var added =
        no.isPresent() ? Optional.<UUID>empty() : store.add(author, tidy, day.clock().instant());
    if (added.isEmpty()) {
      return store
          .findByForm(author, draft.form())
          .<Recording>map(Recording.Known::new)
          .orElseGet(() -> new Recording.Refused(Map.of("of", no.orElse(TWICE))));
    }
    trail.append(by.did("learning.activity.act.recorded", added.get().toString()));
    return new Recording.Recorded(store.find(added.get()).orElseThrow());
  }

  /// Tells whoever knows what it is made from; the first who says no stops it. A record that can't
  /// be added after all, since somebody else made one of the same, leaves nothing changed.
  private Optional<String> told(Actor by, Occasions.Of of) {
    if (!of.some() || store.isRecorded(of)) {
      return of.some() ? Optional.of(TWICE) : Optional.empty();
    }
    return beside
        .occasions()
        .orderedStream()
        .flatMap(one -> one.recorded(by, of).stream())
        .findFirst();
  }

  /// What a record can be made from, by its name.
  public Optional<Occasions.Occasion> occasion(Occasions.Of of) {
    return of.some()
        ? beside.occasions().orderedStream().flatMap(one -> one.find(of).stream()).findFirst()
        : Optional.empty();
  }

  /// Whether there is a record of it already.
  @Transactional(readOnly = true)
  public boolean isRecorded(Occasions.Of of) {
    return store.isRecorded(of);
  }

  /// Appends a corrected version to one's own record; what stood before stays in its history. A
  /// record of one person never becomes one of a group.
  ///
  /// @param version the version that the correction was made from
  @Transactional
  public Recording correct(Actor by, UUID id, int version, Draft draft) {
    var found = store.lock(id).filter(one -> one.author().equals(by.id()) && !one.withdrawn());
    if (found.isEmpty() || found.get().what().kind() != draft.kind()) {
      return new Recording.NotThere();
    }
    var standing = found.get().what();
    var tidy = draft.tidy().keepingBand(standing);
    var problems = problems(tidy, standing.where().place());
    if (!problems.isEmpty()) {
      return new Recording.Refused(problems);
    }
    return append(by, found.get(), version, tidy, false, "learning.activity.act.corrected");
  }

  /// Takes one's own record back: it stays in its history and leaves every figure.
  @Transactional
  public Recording withdraw(Actor by, UUID id, int version) {
    return store
        .lock(id)
        .filter(one -> one.author().equals(by.id()) && !one.withdrawn())
        .map(one -> append(by, one, version, one.what(), true, "learning.activity.act.withdrawn"))
        .orElseGet(Recording.NotThere::new);
  }

  private Recording append(
      Actor by, Activity now, int version, Draft what, boolean withdrawn, String act) {
    if (now.version() != version) {
      return new Recording.Overtaken(now);
    }
    store.append(now, what, withdrawn, day.clock().instant());
    trail.append(by.did(act, now.id().toString()));
    return new Recording.Recorded(store.find(now.id()).orElseThrow());
  }

  /// @param known the place that the record has already, which may be hidden by now
  private Map<String, String> problems(Draft draft, Optional<UUID> known) {
    var problems = new LinkedHashMap<>(draft.problems(today()));
    if (draft.where().place().filter(place -> !places().containsKey(place)).isPresent()
        && !draft.where().place().equals(known)) {
      problems.putIfAbsent("place", "learning.activity.problem.place");
    }
    if (draft.where().commune().filter(code -> !isArea(code, Area.Kind.COMMUNE)).isPresent()) {
      problems.putIfAbsent("commune", "learning.activity.problem.commune");
    }
    if (!draft.people().origins().keySet().stream()
        .allMatch(code -> isArea(code, Area.Kind.IRIS))) {
      problems.putIfAbsent("origins", "learning.activity.problem.origins");
    }
    return problems;
  }

  private boolean isArea(String code, Area.Kind kind) {
    return territory.findArea(code).filter(area -> area.kind() == kind).isPresent();
  }

  /// The places that an activity can be at, by name.
  public Map<UUID, String> places() {
    var names = new LinkedHashMap<UUID, String>();
    beside.workplaces().orderedStream().forEach(some -> names.putAll(some.names()));
    return names;
  }

  /// A record as it stands, if there is one.
  @Transactional(readOnly = true)
  public Optional<Activity> find(UUID id) {
    return store.find(id);
  }

  /// Every version of a record, newest first.
  @Transactional(readOnly = true)
  public List<Activity> history(UUID id) {
    return store.history(id);
  }

  /// What somebody recorded, the latest activity first.
  @Transactional(readOnly = true)
  public List<Activity> listOf(UUID author, int from, int atMost) {
    return store.of(author, from, atMost);
  }

  /// Hands everything that somebody recorded to a reader, one by one.
  @Transactional(readOnly = true)
  public void eachOf(UUID author, Consumer<Activity> reader) {
    store.eachOf(author, reader);
  }

  /// What somebody recorded last, from which the next form takes its place.
  @Transactional(readOnly = true)
  public Optional<Activity> latestOf(UUID author) {
    return store.latestOf(author);
  }

  /// The room's figures in a period, with what may not be shown hidden; examples never count.
  @Transactional(readOnly = true)
  public ActivityFigures figures(Period period) {
    return store.figures(period);
  }

  /// The day in the city.
  public LocalDate today() {
    return day.today();
  }

  /// Empties notes, precisions, tags, titles and years of birth whose time has come; counts stay.
  @Transactional
  int forgetDetails() {
    return store.forgetDetails(today().minusDays(settings.keepDetailsDays()));
  }
}
