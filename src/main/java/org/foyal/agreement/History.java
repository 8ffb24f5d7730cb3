package org.foyal.agreement;

import java.time.Clock;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.foyal.agreement.Change.Kind;
import org.foyal.agreement.ChangeStore.Line;
import org.foyal.shell.guard.Trail;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Told;
import org.foyal.shell.language.Words;
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
  private final Words words;
  private final Clock clock;

  History(
      ChangeStore store,
      AgreementStore agreements,
      Trail trail,
      Agreements reading,
      Words words,
      Clock clock) {
    this.store = store;
    this.agreements = agreements;
    this.trail = trail;
    this.reading = reading;
    this.words = words;
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

  /// The house's own words, in every language.
  Told say(String key) {
    return words.everywhere(key);
  }

  /// What the newest line about a figure says.
  Optional<Told> lastAbout(Commitment commitment) {
    return store.lastAbout(commitment.id());
  }

  /// What an edit changes of the dates and the terms, old before new, for everybody to read.
  Told difference(Commitment from, Commitment.Said to) {
    var old = from.said();
    var parts = new LinkedHashMap<String, String>();
    if (!old.due().equals(to.due())) {
      parts.put("agreement.field.due", typed(old.due()) + " → " + typed(to.due()));
    }
    if (!old.announced().equals(to.announced())) {
      parts.put(
          "agreement.field.announced", old.announced().typed() + " → " + to.announced().typed());
    }
    if (!old.title().equals(to.title())) {
      parts.put("agreement.field.title", old.title().french() + " → " + to.title().french());
    }
    if (!old.terms().equals(to.terms())) {
      parts.put("agreement.field.terms", old.terms().orElse("–") + " → " + to.terms().orElse("–"));
    }
    if (parts.isEmpty()) {
      return to.title();
    }
    var texts = new EnumMap<Language, String>(Language.class);
    for (var language : Language.values()) {
      var text =
          parts.entrySet().stream()
              .map(part ->
                  words.say(
                      language,
                      "agreement.pair",
                      words.say(language, part.getKey()),
                      part.getValue()))
              .collect(Collectors.joining(" · "));
      texts.put(language, text.length() > 2000 ? text.substring(0, 1999) + "…" : text);
    }
    return new Told(texts);
  }

  /// A party and its part: « La ville : porte le projet · signataire ».
  Told part(Agreement.Signatory signatory) {
    return in(language -> {
      var part =
          words.say(
              language, "agreement.pair", signatory.party().name(), signatory.part().in(language));
      return signatory.signs() ? part + " · " + words.say(language, "agreement.signs") : part;
    });
  }

  /// What is corrected of a party, old before new.
  ///
  /// @param all every party, for the names of houses
  Told renamed(Party from, Party to, List<Party> all) {
    return in(language -> {
      var name = from.name().equals(to.name()) ? to.name() : from.name() + " → " + to.name();
      return from.of().equals(to.of())
          ? name
          : name
              + " · "
              + words.say(
                  language,
                  "agreement.pair",
                  words.say(language, "agreement.field.of"),
                  house(from, all) + " → " + house(to, all));
    });
  }

  private static String house(Party party, List<Party> all) {
    return all.stream()
        .filter(house -> party.of().filter(house.code()::equals).isPresent())
        .map(Party::name)
        .findFirst()
        .orElse("–");
  }

  private static Told in(Function<Language, String> text) {
    var texts = new EnumMap<Language, String>(Language.class);
    for (var language : Language.values()) {
      texts.put(language, text.apply(language));
    }
    return new Told(texts);
  }

  private static String typed(Optional<Day> day) {
    return day.map(Day::typed).orElse("–");
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
    private @Nullable Source source;
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

    Draft source(Optional<Source> from) {
      source = from.orElse(null);
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
              source,
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
