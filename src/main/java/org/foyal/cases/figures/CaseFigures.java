package org.foyal.cases.figures;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.foyal.cases.Cases;
import org.foyal.cases.Channel;
import org.foyal.cases.figures.CaseFigureStore.Row;
import org.foyal.cases.figures.Waiting.Step;
import org.foyal.kernel.Interval;
import org.foyal.kernel.Period;
import org.springframework.stereotype.Service;

/// The façade of what cases add up to. Kept in memory for a minute: a flood of questions costs the
/// database one.
@Service
public class CaseFigures {
  private static final int KEPT = 500;
  private static final Duration FOR = Duration.ofMinutes(1);

  private final CaseFigureStore store;
  private final Cases cases;
  private final Cache<Key, List<Row>> kept =
      Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(FOR).build();

  CaseFigures(CaseFigureStore store, Cases cases) {
    this.store = store;
    this.cases = cases;
  }

  private record Key(Asked asked, Dimension dimension, boolean byTopic, LocalDate today) {}

  /// What is counted.
  ///
  /// @param kind the room that opened them
  /// @param period the days on which they were opened
  /// @param topic one topic only
  /// @param area one area only
  public record Asked(String kind, Period period, Optional<String> topic, Optional<String> area) {}

  /// What the counts are told apart by.
  public enum Dimension {
    /// Nothing.
    ALL,
    /// The topic of the room that opened them.
    TOPIC,
    /// The neighbourhood.
    AREA,
    /// The way they came.
    CHANNEL,
    /// The month of asking, as `2026-11`.
    MONTH
  }

  /// What some cases add up to. A chain of cases counts once.
  ///
  /// @param key what they have in common; empty where it is not known
  /// @param due how many were answered, or are past their promised day
  /// @param late how many of these were not answered by then
  /// @param reopened how many were closed at least once and were not settled
  public record Counted(
      Optional<String> key, long asked, long due, long late, long reopened, Waiting waiting) {
    /// The share that is late, of those of which it is decided; nothing where none is.
    public Optional<Interval> lateShare() {
      return due == 0 ? Optional.empty() : Optional.of(Interval.wilson(late, due));
    }
  }

  /// How those who came one way wait beside those who came by the web.
  public record Compared(Channel channel, Fairness fairness) {}

  /// What all of them add up to.
  public Counted all(Asked asked) {
    var counted = by(asked, Dimension.ALL);
    return counted.isEmpty()
        ? new Counted(Optional.empty(), 0, 0, 0, 0, new Waiting(List.of()))
        : counted.getFirst();
  }

  /// What they add up to, by a dimension, in the order of its values.
  public List<Counted> by(Asked asked, Dimension dimension) {
    var groups = new LinkedHashMap<Optional<String>, List<Row>>();
    rows(asked, dimension, false)
        .forEach(row -> groups.computeIfAbsent(row.key(), _ -> new ArrayList<>()).add(row));
    return groups.entrySet().stream().map(one -> counted(one.getKey(), one.getValue())).toList();
  }

  /// Whether some channel waits longer than the web, topic by topic.
  public List<Compared> channels(Asked asked) {
    var groups = new TreeMap<Channel, List<Row>>();
    rows(asked, Dimension.CHANNEL, true)
        .forEach(row ->
            groups
                .computeIfAbsent(Channel.valueOf(row.key().orElseThrow()), _ -> new ArrayList<>())
                .add(row));
    var web = byTopic(groups.getOrDefault(Channel.WEB, List.of()));
    return groups.entrySet().stream()
        .filter(one -> one.getKey() != Channel.WEB)
        .map(one -> new Compared(one.getKey(), Fairness.of(byTopic(one.getValue()), web)))
        .toList();
  }

  private List<Row> rows(Asked asked, Dimension dimension, boolean byTopic) {
    var today = cases.today();
    return kept.get(
        new Key(asked, dimension, byTopic, today),
        _ -> store.count(asked, dimension, byTopic, today));
  }

  /// Forgets what was counted.
  public void refresh() {
    kept.invalidateAll();
  }

  private static Map<String, Waiting> byTopic(List<Row> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                Row::topic,
                Collectors.collectingAndThen(Collectors.toList(), CaseFigures::waiting)));
  }

  private static Waiting waiting(List<Row> rows) {
    return new Waiting(
        rows.stream()
            .map(row ->
                new Step(
                    row.days(), row.answered() ? row.asked() : 0, row.answered() ? 0 : row.asked()))
            .toList());
  }

  private static Counted counted(Optional<String> key, List<Row> rows) {
    return new Counted(
        key,
        rows.stream().mapToLong(Row::asked).sum(),
        rows.stream().mapToLong(Row::due).sum(),
        rows.stream().mapToLong(Row::late).sum(),
        rows.stream().mapToLong(Row::reopened).sum(),
        waiting(rows));
  }
}
