package org.foyal.things.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.foyal.things.model.EntityType;
import org.foyal.things.query.asked.Address;
import org.foyal.things.query.asked.Limits;
import org.foyal.things.query.asked.NotUnderstood;
import org.foyal.things.query.asked.Options;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Reads sets and entities; each statement is stopped after some seconds, and all of one question
/// go through one connection, which is given back before anything is written to whoever asked.
@Repository
class ReadingStore {
  private static final int PATIENCE_s = 20;
  private static final String CANCELLED = "57014";

  private static final int AT_ONCE = 6;

  private final Semaphore atOnce = new Semaphore(AT_ONCE, true);
  private final DataSource source;
  private final Clock clock;
  private final Settings settings =
      new Settings().withQueryTimeout(PATIENCE_s).withExecuteLogging(false);
  private final SQLExceptionTranslator translator = new SQLStateSQLExceptionTranslator();

  ReadingStore(DataSource source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  /// What a set belongs to.
  record Parent(EntityType type, long id, EntityType.Link link) {}

  /// What an address leads to.
  sealed interface Resolved {
    /// A set, of one entity or of the service.
    record Several(EntityType type, @Nullable Parent parent) implements Resolved {}

    /// One entity, which may not be there.
    record One(EntityType type, long id) implements Resolved {}

    /// Nothing.
    record Nothing(String what) implements Resolved {}
  }

  /// A question that took too long.
  static final class TookTooLong extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /// All that is asked of one connection.
  <T> T with(Function<Asking, T> work) {
    // the one of the transaction that runs, if one does: a batch reads what it has just written
    boolean mine = !TransactionSynchronizationManager.isActualTransactionActive();
    if (mine && !admitted()) {
      throw new TookTooLong();
    }
    try {
      return asked(work);
    } finally {
      if (mine) {
        atOnce.release();
      }
    }
  }

  /// Questions never take all connections of the house: whoever writes or signs in needs some.
  private boolean admitted() {
    try {
      return atOnce.tryAcquire(PATIENCE_s, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private <T> T asked(Function<Asking, T> work) {
    var connection = DataSourceUtils.getConnection(source);
    try {
      return work.apply(new Asking(connection));
    } catch (DataAccessException failed) {
      var cause = failed.getCause(SQLException.class);
      throw cause == null ? failed : told(cause);
    } finally {
      DataSourceUtils.releaseConnection(connection, source);
    }
  }

  private RuntimeException told(SQLException failed) {
    var state = failed.getSQLState();
    if (CANCELLED.equals(state)) {
      return new TookTooLong();
    }
    // class 22: what was asked for leads to a number, a time or a text that can't be
    // 42, 0A: functions that PostgreSQL has not for such values
    if (state != null
        && (state.startsWith("22") || state.startsWith("42") || state.startsWith("0A"))) {
      return new NotUnderstood("A value in the question can't be reckoned with: " + state + ".");
    }
    var translated = translator.translate("reading", null, failed);
    return translated == null ? new IllegalStateException(failed) : translated;
  }

  /// One question's statements.
  final class Asking {
    private final DSLContext sql;
    private final Instant now = clock.instant();

    private Asking(Connection connection) {
      this.sql = DSL.using(connection, SQLDialect.POSTGRES, settings);
    }

    Resolved resolve(List<Address.Step> steps) {
      @Nullable EntityType type = null;
      long at = 0;
      for (int i = 0; i < steps.size(); i++) {
        var step = steps.get(i);
        boolean last = i == steps.size() - 1;
        var parent = type == null || step.link() == null ? null : new Parent(type, at, step.link());
        if (step.id() == null && !step.one()) {
          return new Resolved.Several(step.type(), parent);
        }
        var id = last && parent == null ? Optional.ofNullable(step.id()) : find(step, parent);
        if (id.isEmpty()) {
          return new Resolved.Nothing(step.written());
        }
        at = id.get();
        type = step.type();
      }
      return new Resolved.One(java.util.Objects.requireNonNull(type), at);
    }

    private Optional<Long> find(Address.Step step, @Nullable Parent parent) {
      var id = TableStore.id("e");
      var where =
          parent == null
              ? DSL.noCondition()
              : TableStore.linked(parent.type, parent.link, DSL.val(parent.id), "e");
      return sql.select(id)
          .from(TableStore.table(step.type(), "e"))
          .where(where)
          .and(step.id() == null ? DSL.noCondition() : id.eq(step.id()))
          .limit(1)
          .fetchOptional(id);
    }

    boolean exists(EntityType type, long id) {
      return find(new Address.Step(type, null, id), null).isPresent();
    }

    Optional<Page> one(EntityType type, long id, Options options, Limits limits) {
      var statement = new PageStore(sql, now, type, options, false);
      statement.also(TableStore.id(statement.alias()).eq(id));
      var found = statement.select(1).fetch(row -> statement.row().read(row, 0));
      if (found.isEmpty()) {
        return Optional.empty();
      }
      var entities = List.of(found.getFirst());
      new ExpandStore(sql, now, limits).expand(type, entities, options.expands());
      return Optional.of(new Page(entities, statement.row().properties(), options, null, null));
    }

    Page several(EntityType type, @Nullable Parent parent, Options options, Limits limits) {
      boolean inDatastream =
          type == EntityType.OBSERVATION && parent != null && parent.type == EntityType.DATASTREAM;
      var statement = new PageStore(sql, now, type, options, inDatastream);
      if (parent != null) {
        statement.also(
            TableStore.linked(parent.type, parent.link, DSL.val(parent.id), statement.alias()));
      }
      int top = ExpandStore.top(options, limits);
      var found = statement.select(top).fetch(row -> statement.row().read(row, 0));
      boolean more = found.size() > top;
      var entities = more ? List.copyOf(found.subList(0, top)) : List.copyOf(found);
      new ExpandStore(sql, now, limits).expand(type, entities, options.expands());
      return new Page(
          entities,
          statement.row().properties(),
          options,
          options.count() ? count(statement, parent, options, type) : null,
          more && !entities.isEmpty() ? Marks.written(entities.getLast().keys()) : null);
    }

    long count(EntityType type, @Nullable Parent parent, Options options) {
      var statement = new PageStore(sql, now, type, options, false);
      if (parent != null) {
        statement.also(
            TableStore.linked(parent.type, parent.link, DSL.val(parent.id), statement.alias()));
      }
      return count(statement, parent, options, type);
    }

    /// Observations are counted where they are stored, in the same transaction; nothing is scanned.
    private long count(
        PageStore statement, @Nullable Parent parent, Options options, EntityType type) {
      boolean kept =
          type == EntityType.OBSERVATION
              && options.filter() == null
              && (parent == null || parent.type == EntityType.DATASTREAM);
      if (!kept) {
        return statement.count();
      }
      var id = TableStore.id("d");
      return sql.select(
              DSL.coalesce(DSL.sum(TableStore.number("d", "observations")), DSL.inline(0))
                  .cast(Long.class))
          .from(TableStore.table(EntityType.DATASTREAM, "d"))
          .where(parent == null ? DSL.noCondition() : id.eq(parent.id))
          .fetchSingle()
          .value1();
    }
  }
}
