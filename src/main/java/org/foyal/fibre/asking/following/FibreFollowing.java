package org.foyal.fibre.asking.following;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Optional;
import org.foyal.fibre.asking.AnswerWords;
import org.foyal.fibre.asking.Asked;
import org.foyal.fibre.asking.Home;
import org.foyal.fibre.asking.HouseNumber;
import org.foyal.fibre.asking.MyFibre;
import org.foyal.fibre.asking.Place;
import org.foyal.fibre.premises.Building;
import org.foyal.post.subscriptions.Asking;
import org.foyal.post.subscriptions.Subscriptions;
import org.foyal.post.subscriptions.Topic;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of « Prévenez-moi »: who follows an address is told once, when one can order there.
@Service
public class FibreFollowing {
  /// So long after the letter nobody is told any more, and addresses are forgotten.
  static final Duration KEPT = Duration.ofDays(30);

  private static final Duration TO_CONFIRM = Duration.ofDays(8);

  private final MyFibre fibre;
  private final FollowedStore store;
  private final Subscriptions subscriptions;
  private final FollowedLetters letters;
  private final Words words;
  private final Clock clock;

  FibreFollowing(
      MyFibre fibre,
      FollowedStore store,
      Subscriptions subscriptions,
      FollowedLetters letters,
      Words words,
      Clock clock) {
    this.fibre = fibre;
    this.store = store;
    this.subscriptions = subscriptions;
    this.letters = letters;
    this.words = words;
    this.clock = clock;
  }

  /// What can come of wanting to be told.
  sealed interface Wish {
    /// The address is followed, or the wish can't stand, as `post` says.
    record Taken(Followed followed, Asking asking) implements Wish {}

    /// One can order there already.
    record Orderable(Followed followed) implements Wish {}

    /// There is no such address.
    record Nowhere() implements Wish {}
  }

  /// The address that a question names, if it names one.
  @Transactional(readOnly = true)
  Optional<Followed> subject(Asked asked, Language language) {
    return followed(fibre.find(asked), language);
  }

  /// Takes a wish; whoever has it confirms by a letter.
  ///
  /// @param from the network address of the sender
  @Transactional
  Wish follow(Asked asked, String address, Language language, String from) {
    var place = fibre.find(asked);
    var followed = followed(place, language);
    if (followed.isEmpty()) {
      return new Wish.Nowhere();
    }
    if (orderable(place)) {
      return new Wish.Orderable(followed.get());
    }
    var asking = subscriptions.ask(address, topic(followed.get()), language, from);
    if (asking == Asking.ASKED) {
      store.add(followed.get());
    }
    return new Wish.Taken(followed.get(), asking);
  }

  static boolean orderable(Place place) {
    return place instanceof Place.Here(Home home) && home.answer().orderable();
  }

  Optional<Followed> followed(Place place, Language language) {
    return switch (place) {
      case Place.Here(var home) -> Optional.of(followed(home.building(), language));
      case Place.Gone(var last, var _) -> Optional.of(followed(last, language));
      case Place.NoneHere none ->
          Optional.of(
              new Followed(
                  key("at|" + none.street() + "|" + none.number().written()),
                  Optional.empty(),
                  none.street(),
                  none.number().written(),
                  "",
                  shortened(none.label()),
                  false,
                  clock.instant(),
                  Optional.empty()));
      case Place.Several _,
          Place.Street _,
          Place.Streets _,
          Place.NoStreet _,
          Place.NobodyAround _,
          Place.Outside _,
          Place.Nothing _ ->
          Optional.empty();
    };
  }

  private Followed followed(Building building, Language language) {
    var address = building.address();
    var line = address.line().isEmpty() ? building.ref() : address.line();
    var label =
        address.block().isEmpty()
            ? line
            : words.say(language, "fibre.asking.block", line, address.block());
    return new Followed(
        key("ref|" + building.ref()),
        Optional.of(building.ref()),
        address.streetId(),
        HouseNumber.read(address.number() + address.suffix()).map(HouseNumber::written).orElse(""),
        address.block(),
        shortened(label),
        building.held().example(),
        clock.instant(),
        Optional.empty());
  }

  private static String shortened(String label) {
    return label.length() > 300 ? label.substring(0, 300) : label;
  }

  private static String key(String what) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
      return "fibre.address." + HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private Topic topic(Followed followed) {
    var titles = new EnumMap<Language, String>(Language.class);
    for (var language : Language.values()) {
      titles.put(language, words.say(language, "fibre.asking.tell-me.title", followed.label()));
    }
    return new Topic(followed.topic(), titles);
  }

  /// Tells those who follow an address, if one can order there now, and forgets them some time
  /// after. While optional letters wait, so does this.
  ///
  /// @return whether a letter leaves
  @Transactional
  boolean tell(String topic) {
    var taken = store.take(topic);
    if (taken.isEmpty() || subscriptions.paused()) {
      return false;
    }
    var followed = taken.get();
    var now = clock.instant();
    if (followed.toldAt().filter(at -> at.isBefore(now.minus(KEPT))).isPresent()) {
      subscriptions.end(topic);
    }
    boolean nobody =
        followed.since().isBefore(now.minus(TO_CONFIRM))
            && subscriptions.count(topic) == 0
            && !store.hasCalls(topic);
    if (nobody) {
      store.remove(topic);
      return false;
    }
    var place = now(followed);
    if (!orderable(place) || !(place instanceof Place.Here(Home home))) {
      return false;
    }
    store.told(topic, now);
    return subscriptions.tell(topic, letters.orderable(followed, home)).queued() > 0;
  }

  /// The building as it is now: under its own name, else at the same door, should its file have
  /// taken it out and brought it back under another.
  private Place now(Followed followed) {
    var named = followed.ref().map(ref -> fibre.find(Asked.building(ref)));
    if (named.isPresent() && named.get() instanceof Place.Here) {
      return named.get();
    }
    if (followed.street().isEmpty() || followed.number().isEmpty()) {
      return new Place.Nothing();
    }
    var there = fibre.find(Asked.house(followed.street(), followed.number()));
    return there instanceof Place.Several several
        ? several.buildings().stream()
            .filter(one -> one.address().block().equals(followed.block()))
            .findFirst()
            .map(one -> fibre.find(Asked.building(one.ref())))
            .orElse(there)
        : there;
  }

  /// Says the path of an address, for whoever is shown it.
  static String path(Followed followed) {
    return followed
        .ref()
        .map(ref -> "/fibre/address?building=" + AnswerWords.encoded(ref))
        .orElseGet(() ->
            "/fibre/address?street="
                + AnswerWords.encoded(followed.street())
                + "&number="
                + AnswerWords.encoded(followed.number()));
  }
}
