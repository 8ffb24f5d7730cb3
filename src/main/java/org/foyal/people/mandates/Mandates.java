package org.foyal.people.mandates;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.foyal.people.keys.OneTime;
import org.foyal.people.mandates.Mandate.Consent;
import org.foyal.people.mandates.Mandate.Entry;
import org.foyal.people.mandates.Mandate.Side;
import org.foyal.people.mandates.Mandate.State;
import org.foyal.people.mandates.Mandate.What;
import org.foyal.post.Post;
import org.foyal.shell.guard.Trail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The mandates by which somebody of the staff acts for a person: making, acting, seeing, ending.
@Service
public class Mandates {
  /// How long a new card is so new that whoever holds it may not be the person.
  private static final Duration NEW_CARD = Duration.ofDays(7);

  /// Whoever holds the reference and the code of a card; the trail keeps no address of theirs.
  private static final Actor HOLDER = new Actor(null, "card", "card");

  private static final int MOST = 200;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_ABOUT = 200;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final MandateStore store;
  private final JournalStore journal;
  private final Desk desk;
  private final MandateSettings settings;
  private final ObjectProvider<ActKind> kinds;

  Mandates(
      MandateStore store,
      JournalStore journal,
      Desk desk,
      MandateSettings settings,
      ObjectProvider<ActKind> kinds) {
    this.store = store;
    this.journal = journal;
    this.desk = desk;
    this.settings = settings;
    this.kinds = kinds;
  }

  /// What a mandate is written with: the time, letters, the audit trail.
  @org.springframework.stereotype.Component("mandateDesk")
  record Desk(Clock clock, Post post, MandateLetters letters, Trail trail, Cards cards) {}

  /// A mandate as the person sees it.
  public record Seen(Mandate mandate, List<Entry> journal) {}

  /// The acts that a mandate can be for.
  public List<ActKind> kinds() {
    return kinds.stream().sorted(Comparator.comparingInt(ActKind::order)).toList();
  }

  /// What can't stand of a wish, before the person has said yes: keys of words by field.
  public Map<String, String> check(Wish wish) {
    var problems = new LinkedHashMap<String, String>();
    if (wish.person().isBlank() || wish.person().length() > LONGEST_NAME) {
      problems.put("person", "people.mandates.problem.person");
    }
    if (!wish.email().isEmpty() && desk.post().address(wish.email()).isEmpty()) {
      problems.put("email", "people.mandates.problem.email");
    }
    if (!Mandate.DURATIONS.contains(wish.days())) {
      problems.put("days", "people.mandates.problem.days");
    }
    var known = kinds().stream().map(ActKind::code).toList();
    if (wish.scope().isEmpty() || !known.containsAll(wish.scope())) {
      problems.put("scope", "people.mandates.problem.scope");
    }
    return problems;
  }

  /// Whether a helper has used no mandate for so long that an administrator must say yes again.
  @Transactional(readOnly = true)
  public boolean isDisabled(UUID helper) {
    var longAgo = now().minus(Duration.ofDays(settings.helperIdleDays()));
    return journal.usedAt(helper).filter(used -> used.isBefore(longAgo)).isPresent();
  }

  /// Makes a mandate to which a person has said yes, face to face. The same form sent twice is one.
  @Transactional
  public Making make(Actor by, Wish wish) {
    var helper = helper(by);
    if (isDisabled(helper)) {
      return new Making.Disabled();
    }
    var problems = check(wish);
    if (wish.consent().isEmpty()) {
      problems.put("consent", "people.mandates.problem.consent");
    }
    if (!problems.isEmpty()) {
      return new Making.Refused(problems);
    }
    var earlier = store.findByForm(helper, wish.form());
    return earlier.<Making>map(Making.Known::new).orElseGet(() -> add(by, wish));
  }

  private Making add(Actor by, Wish wish) {
    var made = mandate(by, wish);
    var code = Cards.code();
    if (!store.add(made, wish.form(), OneTime.hash(made.id(), code))) {
      return new Making.Known(store.findByForm(made.helper(), wish.form()).orElseThrow());
    }
    long number = note(made, What.MADE, Optional.of(by.name()));
    journal.used(made.helper(), made.startsAt());
    desk.trail().append(by.did("people.mandates.act.made", made.reference().toString()));
    return new Making.Made(made, code, desk.letters().write(made, code, number));
  }

  private Mandate mandate(Actor by, Wish wish) {
    var now = now();
    var helper = helper(by);
    return new Mandate(
        UUID.randomUUID(),
        reference(),
        helper,
        by.name(),
        wish.days(),
        now,
        now.plus(Duration.ofDays(wish.days())),
        wish.language(),
        Optional.of(wish.person()),
        desk.post().address(wish.email()),
        wish.scope(),
        new Consent(wish.consent().orElseThrow(), now, helper),
        wish.renews().flatMap(store::find).filter(m -> m.helper().equals(helper)).map(Mandate::id),
        Optional.empty(),
        wish.example());
  }

  private Reference reference() {
    var reference = Reference.next(RANDOM);
    while (store.isTaken(reference)) {
      reference = Reference.next(RANDOM);
    }
    return reference;
  }

  /// Acts for the person, in the caller's transaction: looks at this very moment whether the
  /// mandate holds and is for that, and writes it into the journal. Whatever but `Done` comes of
  /// it, the caller does not do the act.
  ///
  /// @param kind the code of the act
  /// @param about what it was, for the person to recognise: a reference, the name of a workshop
  @Transactional
  public Acting act(UUID mandate, Actor by, String kind, String about) {
    return act(mandate, by, kind, about, UUID.randomUUID());
  }

  /// The same, from a form: sent twice it is one act. A form that was another act is none.
  ///
  /// @param form names the form
  @Transactional
  public Acting act(UUID mandate, Actor by, String kind, String about, UUID form) {
    var found = store.lock(mandate).filter(one -> one.helper().equals(by.id()));
    if (found.isEmpty()) {
      return new Acting.NotYours();
    }
    var one = found.get();
    var earlier = journal.findByForm(mandate, form);
    var now = now();
    var entry = entry(by, kind, about, now);
    if (earlier.isPresent()) {
      boolean same =
          earlier.get().kind().equals(entry.kind()) && earlier.get().about().equals(entry.about());
      return same ? new Acting.Done(earlier.get()) : new Acting.OutOfScope(kind);
    }
    return switch (one.state(now)) {
      case REVOKED -> new Acting.Revoked(one.revoked().orElseThrow().at());
      case EXPIRED -> new Acting.Expired(one.endsAt());
      case OPEN ->
          isDisabled(one.helper())
              ? new Acting.Disabled()
              : one.scope().contains(kind)
                  ? done(one, by, entry, form)
                  : new Acting.OutOfScope(kind);
    };
  }

  private static Entry entry(Actor by, String kind, String about, Instant now) {
    var words = about.length() > LONGEST_ABOUT ? about.substring(0, LONGEST_ABOUT) : about;
    return new Entry(
        now,
        What.ACT,
        Optional.of(kind),
        Optional.of(by.name()),
        Optional.of(words).filter(some -> !some.isEmpty()));
  }

  private Acting done(Mandate one, Actor by, Entry entry, UUID form) {
    journal.append(one.id(), entry, Optional.of(form));
    journal.used(one.helper(), entry.at());
    var about = one.reference() + " " + entry.kind().orElse("");
    desk.trail().append(by.did("people.mandates.act.acted", about));
    return new Acting.Done(entry);
  }

  /// A helper's own mandate with its journal.
  @Transactional(readOnly = true)
  public Optional<Seen> find(UUID helper, UUID id) {
    return store
        .find(id)
        .filter(one -> one.helper().equals(helper) && one.person().isPresent())
        .map(one -> new Seen(one, journal.of(id)));
  }

  /// A helper's mandates, those that hold first; no longer those whose people are forgotten.
  @Transactional(readOnly = true)
  public List<Mandate> listOf(UUID helper) {
    return store.of(helper, now(), MOST);
  }

  /// What the person sees by the reference and the code of their card.
  @Transactional(readOnly = true)
  public Optional<Seen> open(String reference, String code) {
    return opened(reference, code).map(one -> new Seen(one, journal.of(one.id())));
  }

  private Optional<Mandate> opened(String reference, String code) {
    return Reference.read(reference).flatMap(store::find).filter(one -> opens(one, code));
  }

  private boolean opens(Mandate one, String code) {
    return store
        .codeHash(one.id())
        .filter(hash -> MessageDigest.isEqual(hash, OneTime.hash(one.id(), code)))
        .isPresent();
  }

  /// The person ends a mandate; nothing is done under it from this moment on.
  @Transactional
  public boolean revoke(String reference, String code) {
    return opened(reference, code)
        .flatMap(one -> store.lock(one.id()))
        .map(this::endByPerson)
        .orElse(false);
  }

  private boolean endByPerson(Mandate one) {
    boolean ended = end(one, Side.PERSON, Optional.empty());
    if (ended) {
      desk.trail().append(HOLDER.did("people.mandates.act.revoked", one.reference().toString()));
    }
    return ended;
  }

  /// Somebody at a counter ends a mandate for a person who asks for it there: by its reference
  /// alone, and without seeing anything of it.
  @Transactional
  public boolean endAtCounter(Actor by, String reference) {
    return Reference.read(reference)
        .flatMap(store::find)
        .flatMap(one -> store.lock(one.id()))
        .filter(one -> end(one, Side.COUNTER, Optional.of(by.name())))
        .map(one -> {
          desk.trail().append(by.did("people.mandates.act.counter", one.reference().toString()));
          return true;
        })
        .orElse(false);
  }

  /// The helper ends a mandate.
  @Transactional
  public boolean end(Actor by, UUID id) {
    return store
        .lock(id)
        .filter(one -> one.helper().equals(by.id()))
        .map(one -> {
          boolean ended = end(one, Side.HELPER, Optional.of(by.name()));
          if (ended) {
            desk.trail().append(by.did("people.mandates.act.ended", one.reference().toString()));
          }
          return ended;
        })
        .orElse(false);
  }

  private boolean end(Mandate one, Side side, Optional<String> by) {
    if (one.state(now()) != State.OPEN) {
      return false;
    }
    store.revoke(one.id(), side, now());
    note(one, What.REVOKED, by);
    return true;
  }

  /// The person is forgotten at their own wish, and the mandate ends if it still held. Right after
  /// a new card, which the helper could use, the journal's words stay for the retention.
  @Transactional
  public boolean erase(String reference, String code) {
    var found = opened(reference, code).flatMap(one -> store.lock(one.id()));
    found.ifPresent(one -> {
      endByPerson(one);
      boolean fresh = journal.hasCardSince(one.id(), now().minus(NEW_CARD));
      erase(one, !fresh);
      desk.trail().append(HOLDER.did("people.mandates.act.erased", one.reference().toString()));
    });
    return found.isPresent();
  }

  private void erase(Mandate one, boolean words) {
    note(one, What.ERASED, Optional.empty());
    if (words) {
      journal.erase(one.id());
    }
    store.erase(one.id(), now());
  }

  /// Gives the person a new code in place of the one before; nothing where the mandate is over or
  /// somebody else's. The same form sent twice is one card.
  ///
  /// @param form names the form
  /// @param email the right address, where the one before was wrong; empty for none, nothing for
  ///   the one before
  @Transactional
  public Optional<Making> giveNewCode(Actor by, UUID id, UUID form, Optional<String> email) {
    if (email
        .filter(typed -> !typed.isEmpty() && desk.post().address(typed).isEmpty())
        .isPresent()) {
      return Optional.of(new Making.Refused(Map.of("email", "people.mandates.problem.email")));
    }
    return store
        .lock(id)
        .filter(one -> one.helper().equals(by.id()) && one.state(now()) == State.OPEN)
        .map(one -> desk.cards().give(by, one, form, email));
  }

  /// Whoever ever helped under a mandate, the longest idle first.
  @Transactional(readOnly = true)
  List<JournalStore.Helping> helpers() {
    return journal.helpers(now());
  }

  /// An administrator lets somebody help again.
  @Transactional
  void enable(Actor by, UUID helper) {
    if (journal.usedAt(helper).isPresent()) {
      journal.used(helper, now());
      desk.trail().append(by.did("people.mandates.act.enabled", helper.toString()));
    }
  }

  /// Forgets the people of mandates that ended long enough ago; counts stay.
  @Transactional
  int forgetOld() {
    var longAgo = now().minus(Duration.ofDays(settings.keepDays()));
    var old = store.endedBefore(longAgo);
    old.forEach(id -> store.lock(id).ifPresent(one -> erase(one, true)));
    journal.eraseOld(longAgo);
    return old.size();
  }

  private long note(Mandate one, What what, Optional<String> by) {
    var entry = new Entry(now(), what, Optional.empty(), by, Optional.empty());
    return journal.append(one.id(), entry, Optional.empty());
  }

  private static UUID helper(Actor by) {
    return Objects.requireNonNull(by.id(), "a helper has an account");
  }

  /// The moment, as the room's clock has it.
  public Instant now() {
    return desk.clock().instant();
  }

  /// Where the person sees a mandate and ends it, for the card.
  String address(Mandate mandate, String code) {
    return desk.letters().address(mandate, code);
  }
}
