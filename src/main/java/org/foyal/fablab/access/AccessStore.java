package org.foyal.fablab.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.fablab.access.Run.Judged;
import org.foyal.fablab.access.Run.State;
import org.foyal.fablab.access.Verdict.Why;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL of the times that machines ran.
@Repository("labAccessStore")
class AccessStore {
  private final JdbcClient sql;

  AccessStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Lets nobody else say anything of a machine until the transaction ends.
  void hold(UUID machine) {
    sql.sql(
            "select pg_advisory_xact_lock(hashtextextended('fablab.run', 0) # hashtextextended(:it, 1))")
        .param("it", machine.toString())
        .query()
        .listOfRows();
  }

  Optional<Run> find(UUID id) {
    return sql.sql("select * from fablab.run where id = :id")
        .param("id", id)
        .query(AccessStore::run)
        .optional();
  }

  /// What runs at a machine at the moment, as far as its interlock told.
  Optional<Run> running(UUID machine) {
    return sql.sql(
            "select * from fablab.run where machine = :machine and state = 'RUNS' and not replayed")
        .param("machine", machine)
        .query(AccessStore::run)
        .optional();
  }

  /// What nobody ended though its time is over.
  List<Run> forgotten(Instant before, int most) {
    return sql.sql(
            """
            select * from fablab.run where state = 'RUNS' and until_at < :before
            order by until_at, id limit :most
            """)
        .param("before", time(before))
        .param("most", most)
        .query(AccessStore::run)
        .list();
  }

  /// The latest times, whatever the machine.
  List<Run> latest(int most) {
    return sql.sql("select * from fablab.run order by began_at desc, id limit :most")
        .param("most", most)
        .query(AccessStore::run)
        .list();
  }

  /// How many people but one stand at machines that run.
  int others(UUID member, Instant at) {
    return sql.sql(
            """
            select count(distinct member) from fablab.run
            where state = 'RUNS' and not replayed and until_at > :at and member <> :member
            """)
        .param("member", member)
        .param("at", time(at))
        .query(Integer.class)
        .single();
  }

  void add(Run made, @Nullable UUID booking, boolean example) {
    sql.sql(
            """
            insert into fablab.run (id, device, machine, member, booking, state, replayed, entitled, reason,
              began_at, until_at, ended_at, sequence, example)
            values (:id, :device, :machine, :member, :booking, :state, :replayed, :entitled, :reason,
              :began, :until, :ended, :sequence, :example)
            """)
        .param("id", made.id())
        .param("device", made.device())
        .param("machine", made.machine())
        .param("member", made.member().orElse(null), Types.OTHER)
        .param("booking", booking, Types.OTHER)
        .param("state", made.state().name())
        .param("replayed", made.judged().replayed())
        .param("entitled", made.judged().entitled())
        .param("reason", made.judged().why().map(Why::name).orElse(null), Types.VARCHAR)
        .param("began", time(made.beganAt()))
        .param("until", time(made.until()))
        .param(
            "ended",
            made.endedAt().map(AccessStore::time).orElse(null),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .param("sequence", made.sequence())
        .param("example", example)
        .update();
  }

  void extend(UUID run, int sequence, Instant until) {
    sql.sql("update fablab.run set sequence = :sequence, until_at = :until where id = :id")
        .param("id", run)
        .param("sequence", sequence)
        .param("until", time(until))
        .update();
  }

  void end(UUID run, int sequence, Instant at) {
    sql.sql(
            """
            update fablab.run set state = 'ENDED', sequence = :sequence, ended_at = :at
            where id = :id and state = 'RUNS'
            """)
        .param("id", run)
        .param("sequence", sequence)
        .param("at", time(at))
        .update();
  }

  /// What an interlock said with a number, and what it was told.
  record Heard(String digest, Verdict verdict) {}

  Optional<Heard> heard(UUID run, int sequence) {
    return sql.sql("select * from fablab.run_message where run = :run and sequence = :sequence")
        .param("run", run)
        .param("sequence", sequence)
        .query((row, _) ->
            new Heard(
                row.getString("digest"),
                new Verdict(row.getBoolean("power"), instant(row, "until_at"), why(row))))
        .optional();
  }

  void note(UUID run, int sequence, Heard heard, Instant at) {
    sql.sql(
            """
            insert into fablab.run_message (run, sequence, digest, received_at, power, until_at, reason)
            values (:run, :sequence, :digest, :at, :power, :until, :reason)
            """)
        .param("run", run)
        .param("sequence", sequence)
        .param("digest", heard.digest())
        .param("at", time(at))
        .param("power", heard.verdict().power())
        .param("until", time(heard.verdict().until()))
        .param("reason", heard.verdict().why().map(Why::name).orElse(null), Types.VARCHAR)
        .update();
  }

  private static Run run(ResultSet row, int number) throws SQLException {
    var ended = row.getObject("ended_at", OffsetDateTime.class);
    return new Run(
        row.getObject("id", UUID.class),
        row.getObject("device", UUID.class),
        row.getObject("machine", UUID.class),
        Optional.ofNullable(row.getObject("member", UUID.class)),
        State.valueOf(row.getString("state")),
        new Judged(row.getBoolean("replayed"), row.getBoolean("entitled"), why(row)),
        instant(row, "began_at"),
        instant(row, "until_at"),
        Optional.ofNullable(ended).map(OffsetDateTime::toInstant),
        row.getInt("sequence"));
  }

  private static Optional<Why> why(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getString("reason")).map(Why::valueOf);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
