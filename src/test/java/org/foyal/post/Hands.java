package org.foyal.post;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.guard.Trail;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What the tests of the outbox have in hand: the room's real parts, a clock that they turn, and
/// carriers that walk when told to.
@TestComponent
class Hands {
  @Autowired private LetterStore letters;
  @Autowired private Stops stops;
  @Autowired private Signatures signatures;
  @Autowired private ShellSettings city;
  @Autowired private SiteAddress site;
  @Autowired private Words words;
  @Autowired private JdbcClient sql;
  @Autowired private TransactionTemplate transaction;
  private final TurnedClock clock = new TurnedClock();

  /// Settings that reach a mail server on this machine.
  static PostSettings settings(int port) {
    return new PostSettings(
        "127.0.0.1",
        port,
        "",
        "",
        false,
        "ville@example.org",
        Duration.ofMinutes(1),
        Duration.ofHours(2),
        5,
        Duration.ofMillis(50),
        3,
        30,
        365);
  }

  void emptyTheOutbox() {
    sql.sql("truncate post.letter, post.stopped").update();
    clock.now = Instant.parse("2026-12-01T08:00:00Z");
  }

  /// A carrier of its own, as a second process would have, for a mail server on a port.
  Carrier carrier(int port) {
    var settings = settings(port);
    var envelope = new Envelope(settings, city, site, signatures, words);
    return new Carrier(letters, stops, new Smtp(settings, envelope), settings, new Bell(), clock);
  }

  /// Acts as an administrator does, in a transaction; whether it moved the letter.
  boolean act(Trail trail, Predicate<Outbox> what) {
    var outbox = new Outbox(letters, settings(1), new Bell(), trail, clock);
    return Boolean.TRUE.equals(transaction.execute(_ -> what.test(outbox)));
  }

  void forget(Trail trail) {
    new Outbox(letters, settings(1), new Bell(), trail, clock).forget();
  }

  /// Queues in a transaction of its own, as a façade would.
  Queueing queue(Letter letter) {
    var post = new Post(letters, stops, signatures, settings(1), new Bell(), clock);
    return Objects.requireNonNull(transaction.execute(_ -> post.queue(letter)));
  }

  /// Queues, then lets the caller's own work fail.
  void queueAndRollBack(Letter letter) {
    var post = new Post(letters, stops, signatures, settings(1), new Bell(), clock);
    transaction.executeWithoutResult(status -> {
      post.queue(letter);
      status.setRollbackOnly();
    });
  }

  long queued(Letter letter) {
    return ((Queueing.Queued) queue(letter)).letter();
  }

  Posted stored(long letter) {
    return letters.find(letter).orElseThrow();
  }

  int count() {
    return sql.sql("select count(*) from post.letter").query(Integer.class).single();
  }

  /// Takes a letter as a carrier does that then dies.
  void claimAndDie() {
    var _ = letters.claim(UUID.randomUUID(), clock.instant(), Carrier.LEASE, true).orElseThrow();
  }

  void pass(Duration time) {
    clock.now = clock.now.plus(time);
  }

  String stopLinkOf(String address) {
    return StopPage.PATH + "/" + signatures.token(signatures.addressee(address));
  }

  static Letter letter(String key, String to, Letter.Kind kind) {
    return new Letter(
        key, to, Language.FR, kind, "Votre signalement", "Nous l’avons reçu.\nMerci.");
  }

  static Letter receipt(String key) {
    return letter(key, "ana@example.org", Letter.Kind.RECEIPT);
  }

  static Letter optional(String key) {
    return letter(key, "ana@example.org", Letter.Kind.OPTIONAL);
  }

  private static final class TurnedClock extends Clock {
    private volatile Instant now = Instant.parse("2026-12-01T08:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
