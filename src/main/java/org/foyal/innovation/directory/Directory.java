package org.foyal.innovation.directory;

import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.foyal.innovation.Holder;
import org.foyal.innovation.InnovationSettings;
import org.foyal.innovation.Origin;
import org.foyal.innovation.Registered;
import org.foyal.innovation.RoomLetters;
import org.foyal.innovation.RoomLetters.Note;
import org.foyal.innovation.directory.Listing.State;
import org.foyal.people.Actor;
import org.foyal.post.Letter;
import org.foyal.shell.guard.Trail;
import org.foyal.shell.secrets.Secret;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of the directory: who asked, whose link was opened, whom everybody sees.
@Service
public class Directory {
  private static final Pattern WEBSITE =
      Pattern.compile("https?://[A-Za-z0-9.-]{3,100}\\.[a-z]{2,20}(:[0-9]{1,5})?(/[\\w./~%+-]*)?");

  private final DirectoryStore store;
  private final RoomLetters letters;
  private final Trail trail;
  private final Clock clock;

  Directory(DirectoryStore store, RoomLetters letters, Trail trail, Clock clock) {
    this.store = store;
    this.letters = letters;
    this.trail = trail;
    this.clock = clock;
  }

  /// Whom everybody sees, by name.
  @Transactional(readOnly = true)
  public List<Listing> listShown() {
    return store.list(State.SHOWN);
  }

  /// Who waits for somebody of the staff.
  @Transactional(readOnly = true)
  public List<Listing> listWaiting() {
    return store.list(State.CONFIRMED);
  }

  /// Asks to be in it: a letter leaves with the link that confirms.
  @Transactional
  public Asking ask(Wish wish) {
    var problems = new LinkedHashMap<String, String>();
    var kind =
        Stream.of(Holder.values())
            .filter(one -> one.registered() && one.name().equals(wish.kind()))
            .findFirst();
    var origin =
        Stream.of(Origin.values()).filter(one -> one.name().equals(wish.origin())).findFirst();
    var registered = Registered.read(wish.registration());
    if (kind.isEmpty()) {
      problems.put("kind", "innovation.problem.kind");
    }
    if (origin.isEmpty()) {
      problems.put("origin", "innovation.problem.origin");
    }
    if (registered.isEmpty() || kind.filter(one -> !registered.get().fits(one)).isPresent()) {
      problems.put("registration", "innovation.problem.registration");
    }
    problems.putAll(words(wish));
    if (!problems.isEmpty()) {
      return new Asking.Refused(problems);
    }
    if (store.isListed(registered.get())) {
      return new Asking.ListedAlready();
    }
    var listing = listing(wish, kind.get(), registered.get(), origin.get());
    var token = Secret.next(32);
    if (store.add(listing, wish.form(), hash(token))) {
      tell(listing, token);
    }
    return new Asking.Asked();
  }

  private Listing listing(Wish wish, Holder kind, Registered registered, Origin origin) {
    return new Listing(
        UUID.randomUUID(),
        kind,
        wish.name(),
        registered,
        wish.about(),
        wish.website(),
        origin,
        wish.email(),
        wish.tongue(),
        State.ASKED,
        "",
        clock.instant(),
        wish.example());
  }

  private Map<String, String> words(Wish wish) {
    var problems = new LinkedHashMap<String, String>();
    if (wish.name().isEmpty() || wish.name().length() > 200) {
      problems.put("name", "innovation.problem.name");
    }
    if (wish.about().isEmpty() || wish.about().length() > 600) {
      problems.put("about", "innovation.problem.about");
    }
    boolean website = wish.website().length() <= 200 && WEBSITE.matcher(wish.website()).matches();
    if (!wish.website().isEmpty() && !website) {
      problems.put("website", "innovation.problem.website");
    }
    if (!letters.reaches(wish.email())) {
      problems.put("email", "innovation.problem.email");
    }
    return problems;
  }

  private static String hash(String token) {
    return HexFormat.of().formatHex(Secret.hash("innovation.listing:" + token));
  }

  private void tell(Listing one, String token) {
    letters.queue(
        new Note(
            "innovation.listing." + one.id(),
            one.email(),
            one.tongue(),
            Letter.Kind.ANSWER,
            "innovation.letter.listing"),
        one.name(),
        letters.address(one.tongue(), "/directory/" + one.id() + "/" + token));
  }

  /// What a link opens.
  @Transactional(readOnly = true)
  public Optional<Listing> open(UUID id, String token) {
    return store.find(id, hash(token));
  }

  /// Confirms a wish by its link.
  @Transactional
  public Asking confirm(UUID id, String token) {
    var found = open(id, token);
    if (found.isEmpty()) {
      return new Asking.NotThere();
    }
    if (found.get().state() != State.ASKED) {
      return new Asking.Done();
    }
    if (store.isListed(found.get().registered())) {
      return new Asking.ListedAlready();
    }
    store.confirm(id);
    return new Asking.Done();
  }

  /// Leaves the directory by the same link: nothing of it stays.
  @Transactional
  public Asking leave(UUID id, String token) {
    if (open(id, token).isEmpty()) {
      return new Asking.NotThere();
    }
    store.delete(id);
    return new Asking.Done();
  }

  /// The staff shows one that waits.
  @Transactional
  public Asking show(Actor by, UUID id) {
    if (!store.decide(id, State.SHOWN, "", clock.instant())) {
      return new Asking.NotThere();
    }
    trail.append(by.did("innovation.act.listed", id.toString()));
    return new Asking.Done();
  }

  /// The staff does not show one, or no longer, and says why to whoever asked.
  @Transactional
  public Asking refuse(Actor by, UUID id, String reason) {
    if (reason.isEmpty() || reason.length() > 600) {
      return new Asking.Refused(Map.of("reason", "innovation.problem.reason"));
    }
    if (!store.decide(id, State.REFUSED, reason, clock.instant())) {
      return new Asking.NotThere();
    }
    trail.append(by.did("innovation.act.unlisted", id.toString()));
    store
        .find(id)
        .ifPresent(one ->
            letters.queue(
                new Note(
                    "innovation.unlisted." + one.id(),
                    one.email(),
                    one.tongue(),
                    Letter.Kind.ANSWER,
                    "innovation.letter.unlisted"),
                one.name(),
                reason));
    return new Asking.Done();
  }

  /// Forgets wishes that nobody confirmed, and refused ones.
  @Transactional
  int forgetOld(InnovationSettings settings) {
    return store.forget(clock.instant().minus(Duration.ofDays(settings.confirmDays())));
  }
}
