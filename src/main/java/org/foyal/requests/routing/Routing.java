package org.foyal.requests.routing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.cases.CaseQueue;
import org.foyal.cases.Department;
import org.foyal.cases.Departments;
import org.foyal.people.Actor;
import org.foyal.requests.Category;
import org.foyal.shell.database.AfterCommit;
import org.foyal.shell.guard.Trail;
import org.foyal.territory.Area;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of who answers where; administrators say it.
@Service
public class Routing {
  private static final Duration A_YEAR = Duration.ofDays(365);

  private final RouteStore store;
  private final Departments departments;
  private final CaseQueue queue;
  private final Trail trail;
  private final Clock clock;

  /// Every report asks; another process may have changed them, so they are read anew every two
  /// seconds.
  private final Cache<String, Map<String, String>> routes =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(2)).maximumSize(1_000).build();

  Routing(RouteStore store, Departments departments, CaseQueue queue, Trail trail, Clock clock) {
    this.store = store;
    this.departments = departments;
    this.queue = queue;
    this.trail = trail;
    this.clock = clock;
  }

  /// Who answers a report.
  ///
  /// @param department nobody: the city
  /// @param rule why this one, for the staff: the category, and the neighbourhood where that
  ///   counted; nothing where no department is named
  public record Choice(Optional<String> department, Optional<String> rule) {}

  /// Chooses who answers a report of a category in a neighbourhood. A department that takes no new
  /// cases is passed over.
  @Transactional(readOnly = true)
  public Choice choose(Category category, Optional<Area> area) {
    var there =
        area.flatMap(one ->
                Optional.ofNullable(routes.get(category.code(), store::list).get(one.code())))
            .filter(this::takes);
    if (there.isPresent()) {
      var rule = category.title().french() + " · " + area.map(Area::name).orElse("");
      return new Choice(there, Optional.of(rule));
    }
    var own = category.department().filter(this::takes);
    return new Choice(own, own.map(_ -> category.title().french()));
  }

  private boolean takes(String department) {
    return departments.find(department).filter(Department::active).isPresent();
  }

  /// The departments that answer a category in some neighbourhoods, by the code of these.
  @Transactional(readOnly = true)
  public Map<String, String> list(Category category) {
    return store.list(category.code());
  }

  /// What would change in a neighbourhood.
  ///
  /// @param before,after who answers; nobody: the city
  /// @param open real reports of the category that are open there; they stay where they are
  /// @param lastYear real reports of the last year that would have gone elsewhere
  public record Change(
      String area,
      Optional<Department> before,
      Optional<Department> after,
      int open,
      int lastYear) {}

  /// What would change if these were the departments of a category, by neighbourhood.
  ///
  /// @param areas the neighbourhoods that are spoken of
  /// @param wanted by the code of the neighbourhood; where nothing is said, the category's own
  @Transactional(readOnly = true)
  public List<Change> preview(
      Category category, Collection<String> areas, Map<String, String> wanted) {
    var now = store.list(category.code());
    var open = queue.countByArea("requests", category.code());
    var lastYear = store.countSince(category.code(), clock.instant().minus(A_YEAR));
    return areas.stream()
        .map(area ->
            new Change(
                area,
                answers(category, Optional.ofNullable(now.get(area))),
                answers(category, Optional.ofNullable(wanted.get(area))),
                open.getOrDefault(area, 0),
                lastYear.getOrDefault(area, 0)))
        .filter(change -> !code(change.before()).equals(code(change.after())))
        .toList();
  }

  private Optional<Department> answers(Category category, Optional<String> named) {
    return named
        .flatMap(departments::find)
        .filter(Department::active)
        .or(() -> category.department().flatMap(departments::find).filter(Department::active));
  }

  private static String code(Optional<Department> department) {
    return department.map(Department::code).orElse("");
  }

  /// Says anew who answers a category in some neighbourhoods. False: somebody else changed the
  /// category first.
  ///
  /// @param version of the category that this was decided on
  @Transactional
  public boolean save(
      Actor by,
      Category category,
      int version,
      Collection<String> areas,
      Map<String, String> wanted) {
    if (!store.take(category.code(), version)) {
      return false;
    }
    store.replace(category.code(), areas, wanted);
    AfterCommit.run(() -> routes.invalidate(category.code()));
    trail.append(by.did("requests.act.routes", category.code()));
    return true;
  }
}
