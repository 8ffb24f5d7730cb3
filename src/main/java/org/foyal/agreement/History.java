package org.foyal.agreement;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.foyal.agreement.Change.Kind;
import org.foyal.agreement.ChangeStore.Line;
import org.foyal.shell.guard.Trail;
import org.foyal.shell.language.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/// Writes lines of the history, and the audit trail's beside them, in the transaction of the deed.
@Component
class History {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final ChangeStore store;
  private final AgreementStore agreements;
  private final Trail trail;
  private final Agreements reading;
  private final Clock clock;

  History(
      ChangeStore store, AgreementStore agreements, Trail trail, Agreements reading, Clock clock) {
    this.store = store;
    this.agreements = agreements;
    this.trail = trail;
    this.reading = reading;
    this.clock = clock;
  }

  /// A line about a whole agreement.
  Draft of(Writer by, Agreement agreement, Kind kind) {
    return new Draft(by, agreement.code(), null, agreement.code(), kind, agreement.example());
  }

  /// A line about one promise.
  Draft of(Writer by, Commitment commitment, Kind kind) {
    return new Draft(
        by, commitment.agreement(), commitment.id(), commitment.code(), kind, commitment.example());
  }

  /// What somebody last said of a promise; figures don't count.
  Change.State lastDeclared(Commitment commitment) {
    return store.lastDeclared(commitment.id()).orElseThrow();
  }

  /// The words of a promise before they were overwritten, as JSON.
  static String snapshot(Commitment commitment) {
    var said = commitment.said();
    Map<String, @Nullable Object> before = new TreeMap<>();
    before.put("title", said.title().json());
    before.put("terms", said.terms().orElse(null));
    before.put("plain", said.plain().map(Told::json).orElse(null));
    before.put("theme", said.theme().name());
    before.put("audiences", said.audiences().stream().map(Enum::name).sorted().toList());
    before.put("announced", said.announced().typed());
    before.put("due", said.due().map(Day::typed).orElse(null));
    before.put("source", said.source().title());
    return JSON.writeValueAsString(before);
  }

  /// Notes in the audit trail what somebody of the staff did.
  void trail(Writer by, String what, String about) {
    if (by.account() != null) {
      trail.append(by.actor().did(what, about));
    }
  }

  /// A line that is being written.
  final class Draft {
    private final Writer by;
    private final String agreement;
    private final @Nullable Long commitment;
    private final String code;
    private final Kind kind;
    private final boolean example;
    private Change.@Nullable State state;
    private @Nullable Told about;
    private @Nullable Told why;
    private @Nullable String before;

    private Draft(
        Writer by,
        String agreement,
        @Nullable Long commitment,
        String code,
        Kind kind,
        boolean example) {
      this.by = by;
      this.agreement = agreement;
      this.commitment = commitment;
      this.code = code;
      this.kind = kind;
      this.example = example;
    }

    Draft state(Change.State to) {
      state = to;
      return this;
    }

    Draft about(Told text) {
      about = text;
      return this;
    }

    Draft why(Told text) {
      why = text;
      return this;
    }

    Draft before(String json) {
      before = json;
      return this;
    }

    void write() {
      var account = by.account();
      var party = account == null ? null : agreements.partyOf(account).orElse(null);
      store.append(
          clock.instant(),
          new Line(
              agreement,
              commitment,
              kind,
              state,
              about,
              why,
              party,
              account,
              by.origin(),
              before,
              example));
      trail(by, "agreement.act." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), code);
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              reading.written();
            }
          });
    }
  }
}
