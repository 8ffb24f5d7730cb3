package org.foyal.equality.index;

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
  record Line(Map<String, Double> subjects, double known, @Nullable Double score) {}

  /// Makes today’s index of what is known, and keeps it with all it was made of.
  @Transactional
  public Made make() {
    var values = values();
    var method = Methods.latest().version();
    var inputs = json.writeValueAsString(values);
    var lines = lines(method, values);
    var outputs = json.writeValueAsString(lines);
    var now = clock.instant();
    boolean fresh =
        store.add(
            new Run(
                LocalDate.ofInstant(now, city.timeZone()),
                method,
                inputs,
                outputs,
                digest(inputs, outputs),
                now));
    int scored = (int) lines.values().stream().filter(line -> line.score() != null).count();
    return new Made(fresh, lines.size(), scored);
  }

  private Map<String, ? extends Map<String, Double>> values() {
    var own = territory.city().map(Area::code);
    var values = new TreeMap<String, TreeMap<String, Double>>();
    territory.listAreas(Area.Kind.IRIS).stream()
        .filter(area -> own.isEmpty() || own.get().equals(area.parentCode()))
        .forEach(area -> values.put(area.code(), new TreeMap<>()));
    for (Value value : registry.latest()) {
      var area = values.get(value.area());
      boolean scored =
          Indicators.find(value.indicator()).filter(one -> one.posts().isPresent()).isPresent();
      if (area != null && scored) {
        area.put(value.indicator(), value.value());
      }
    }
    return values;
  }

  private static Map<String, Line> lines(
      String version, Map<String, ? extends Map<String, Double>> values) {
    var method =
        Methods.find(version)
            .orElseThrow(() -> new IllegalArgumentException("no method " + version));
    var lines = new TreeMap<String, Line>();
    values.forEach((area, known) -> {
      var index = EqualityIndex.of(method, known);
      lines.put(area, new Line(index.subjects(), index.known(), index.score().orElse(null)));
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
    if (Methods.find(run.method()).isEmpty()
        || !run.digest().equals(digest(run.inputs(), run.outputs()))) {
      return false;
    }
    try {
      var values = json.readValue(run.inputs(), VALUES);
      return json.writeValueAsString(lines(run.method(), values)).equals(run.outputs());
    } catch (JacksonException unreadable) {
      return false;
    }
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
