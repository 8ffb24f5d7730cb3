package org.foyal.fibre.rollout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Brings a file of instruments, commitments, facts and exchanges in, all or nothing. What stands
/// to the letter is left; what differs becomes a new version, and the one before stays known.
@Service
public class PlanFiles {
  private static final long LONGEST_bytes = 5_000_000;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final PlanStore store;
  private final TransactionTemplate transactions;
  private final Trail trail;
  private final Clock clock;

  PlanFiles(PlanStore store, TransactionTemplate transactions, Trail trail, Clock clock) {
    this.store = store;
    this.transactions = transactions;
    this.trail = trail;
    this.clock = clock;
  }

  /// What can come of bringing such a file in.
  public sealed interface Brought {
    /// It stands: so many facts are new, said otherwise than before, and as before.
    record Entered(int added, int changed, int same) implements Brought {}

    /// It can't be read, or says what can't be; nothing changed.
    record Unreadable(String where, String why) implements Brought {}
  }

  /// Thrown to undo the whole file; never leaves this class.
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String where;

    private Stopped(String where, RuntimeException why) {
      super(String.valueOf(why.getMessage()), why);
      this.where = where;
    }
  }

  /// Brings a file in.
  public Brought bring(Path file, Actor by) throws IOException {
    if (Files.size(file) > LONGEST_bytes) {
      return new Brought.Unreadable(file.toString(), "it is longer than 5 MB");
    }
    try {
      var form = JSON.readValue(Files.readAllBytes(file), PlanForm.class);
      if (form == null) {
        return new Brought.Unreadable("line 1", "there is nothing");
      }
      var entered = transactions.execute(_ -> entered(form, file, by));
      return entered == null ? new Brought.Entered(0, 0, 0) : entered;
    } catch (JacksonException unreadable) {
      var at = unreadable.getLocation();
      return new Brought.Unreadable(
          at == null ? file.toString() : "line " + at.getLineNr(), unreadable.getOriginalMessage());
    } catch (Stopped stopped) {
      return new Brought.Unreadable(stopped.where, String.valueOf(stopped.getMessage()));
    }
  }

  private Brought.Entered entered(PlanForm form, Path file, Actor by) {
    var entering = new Entering(clock.instant().truncatedTo(ChronoUnit.MICROS));
    entering.all(form);
    if (entering.added + entering.changed > 0) {
      trail.append(by.did("fibre.rollout.act.plan", String.valueOf(file.getFileName())));
    }
    return new Brought.Entered(entering.added, entering.changed, entering.same);
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  /// One file being entered.
  private final class Entering {
    private final Instant now;
    private final Map<PlanStore.Table, Map<String, Version>> held =
        new EnumMap<>(PlanStore.Table.class);
    private final Set<String> seen = new HashSet<>();
    private int added;
    private int changed;
    private int same;

    private Entering(Instant now) {
      this.now = now;
      for (var table : PlanStore.Table.values()) {
        held.put(
            table, store.held(table).stream().collect(Collectors.toMap(Version::key, one -> one)));
      }
    }

    private void all(PlanForm form) {
      for (var one : orEmpty(form.exchanges())) {
        enter(PlanStore.Table.EXCHANGE, one.ref(), one::exchange, store::add);
      }
      for (var one : orEmpty(form.instruments())) {
        enter(PlanStore.Table.INSTRUMENT, one.code(), one::instrument, store::add);
        for (var promise : orEmpty(one.commitments())) {
          enter(
              PlanStore.Table.COMMITMENT,
              promise.code(),
              learned -> promise.commitment(one, learned),
              store::add);
        }
      }
      for (var one : orEmpty(form.facts())) {
        enter(PlanStore.Table.FACT, one.code(), one::fact, store::add);
      }
    }

    private <T extends Version> void enter(
        PlanStore.Table table, String key, Function<Instant, T> made, Consumer<T> add) {
      try {
        if (!seen.add(table + " " + key)) {
          throw new IllegalArgumentException("it stands twice in the file");
        }
        var standing = held.getOrDefault(table, Map.of()).get(key);
        if (standing == null) {
          added++;
        } else if (standing.equals(made.apply(standing.held().learned()))) {
          same++;
          return;
        } else {
          changed++;
          store.supersede(table, key, now);
        }
        add.accept(made.apply(now));
      } catch (IllegalArgumentException
          | ArithmeticException
          | DataIntegrityViolationException no) {
        throw new Stopped(key, no);
      }
    }
  }
}
