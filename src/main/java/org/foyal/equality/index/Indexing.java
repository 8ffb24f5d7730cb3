package org.foyal.equality.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.foyal.equality.measure.Estimate;
import org.foyal.equality.measure.Method;
import org.foyal.equality.measure.Ranking;
import org.foyal.equality.registry.Indicators;
import org.foyal.equality.registry.Registry;
import org.foyal.equality.registry.Value;
import org.foyal.shell.ShellSettings;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The façade of the index.
@Service
public class Indexing {
  private static final TypeReference<TreeMap<String, TreeMap<String, Double>>> VALUES =
      new TypeReference<>() {};
  private static final TypeReference<TreeMap<String, TreeMap<String, Input>>> INPUTS =
      new TypeReference<>() {};

  private final RunStore store;
  private final Registry registry;
  private final Territory territory;
  private final ShellSettings city;
  private final Clock clock;
  private final JsonMapper json;

  Indexing(
      RunStore store,
      Registry registry,
      Territory territory,
      ShellSettings city,
      Clock clock,
      JsonMapper json) {
    this.store = store;
    this.registry = registry;
    this.territory = territory;
    this.city = city;
    this.clock = clock;
    this.json = json;
  }

  /// What came of a night.
  ///
  /// @param fresh whether it is a new line: the same numbers twice on a day are one
  /// @param areas how many neighbourhoods were looked at
  /// @param scored how many of them have an index
  public record Made(boolean fresh, int areas, int scored) {}

  /// What came of making the nights again.
  ///
  /// @param different what differs, each by its day and method
  public record Verified(int runs, List<String> different) {}

  /// One area in the outputs.
  ///
  /// @param place among those that have an index; earlier nights kept none
  record Line(
      Map<String, Double> subjects,
      double known,
      @Nullable Double score,
      @JsonInclude(JsonInclude.Include.NON_NULL) Ranking.@Nullable Place place) {}

  /// Makes today’s index of what is known, and keeps it with all it was made of.
  @Transactional
  public Made make() {
    var known = known();
    var method = Methods.latest();
    var inputs = json.writeValueAsString(inputs(known));
    var lines = lines(method, known, Places.byArea(method, known));
    var outputs = json.writeValueAsString(lines);
    var now = clock.instant();
    boolean fresh =
        store.add(
            new Run(
                LocalDate.ofInstant(now, city.timeZone()),
                method.version(),
                Run.WITH_PLACES,
                inputs,
                outputs,
                digest(inputs, outputs),
                now));
    int scored = (int) lines.values().stream().filter(line -> line.score() != null).count();
    return new Made(fresh, lines.size(), scored);
  }

  private Map<String, Map<String, Estimate>> known() {
    var own = territory.city().map(Area::code);
    var known = new TreeMap<String, Map<String, Estimate>>();
    territory.listAreas(Area.Kind.IRIS).stream()
        .filter(area -> own.isEmpty() || own.get().equals(area.parentCode()))
        .forEach(area -> known.put(area.code(), new TreeMap<>()));
    for (Value value : registry.latest()) {
      var area = known.get(value.area());
      boolean scored =
          Indicators.find(value.indicator()).filter(one -> one.posts().isPresent()).isPresent();
      if (area != null && scored) {
        area.put(value.indicator(), value.estimate());
      }
    }
    return known;
  }

  private static Map<String, Map<String, Input>> inputs(Map<String, Map<String, Estimate>> known) {
    var inputs = new TreeMap<String, Map<String, Input>>();
    known.forEach((area, values) -> {
      var own = new TreeMap<String, Input>();
      values.forEach((indicator, estimate) -> own.put(indicator, Input.of(estimate)));
      inputs.put(area, own);
    });
    return inputs;
  }

  private static Map<String, Line> lines(
      Method method, Map<String, Map<String, Estimate>> known, Map<String, Ranking.Place> places) {
    var lines = new TreeMap<String, Line>();
    known.forEach((area, values) -> {
      var index = EqualityIndex.of(method, Places.seen(values));
      lines.put(
          area,
          new Line(index.subjects(), index.known(), index.score().orElse(null), places.get(area)));
    });
    return lines;
  }

  /// Makes every night again, of what it was made of, and says which do not come out to the letter.
  @Transactional(readOnly = true)
  public Verified verify() {
    var different = new ArrayList<String>();
    var runs = new ArrayList<String>();
    store.each(run -> {
      runs.add(run.digest());
      if (!holds(run)) {
        different.add(run.day() + " " + run.method());
      }
    });
    return new Verified(runs.size(), different);
  }

  private boolean holds(Run run) {
    var method = Methods.find(run.method());
    if (method.isEmpty() || !run.digest().equals(digest(run.inputs(), run.outputs()))) {
      return false;
    }
    try {
      return json.writeValueAsString(again(method.get(), run)).equals(run.outputs());
    } catch (JacksonException | IllegalArgumentException unreadable) {
      return false;
    }
  }

  private Map<String, Line> again(Method method, Run run) {
    var known = new TreeMap<String, Map<String, Estimate>>();
    if (run.form() == Run.WITH_PLACES) {
      json.readValue(run.inputs(), INPUTS)
          .forEach((area, values) -> known.put(area, estimates(values, Input::estimate)));
      return lines(method, known, Places.byArea(method, known));
    }
    json.readValue(run.inputs(), VALUES)
        .forEach((area, values) -> known.put(area, estimates(values, Estimate.Known::new)));
    return lines(method, known, Map.of());
  }

  private static <T> Map<String, Estimate> estimates(
      Map<String, T> values, Function<T, Estimate> estimate) {
    var estimates = new TreeMap<String, Estimate>();
    values.forEach((indicator, value) -> estimates.put(indicator, estimate.apply(value)));
    return estimates;
  }

  private static String digest(String inputs, String outputs) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update(inputs.getBytes(StandardCharsets.UTF_8));
      sha.update((byte) 0);
      return HexFormat.of().formatHex(sha.digest(outputs.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
