package org.foyal.post.subscriptions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.foyal.post.Post;
import org.foyal.post.Queueing;
import org.foyal.shell.guard.Pace;
import org.foyal.shell.language.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The room's one public entrance: who wants to be told of what, and telling them.
///
/// Nobody is told who has not confirmed by the link of a letter, and asking never shows whether an
/// address was known. One person gets at most one letter a day about the subscription to a topic,
/// and five about all topics together, so that the form can't be used to flood a stranger.
@Service
public class Subscriptions {
  /// How long a wish waits to be confirmed.
  static final Duration TO_CONFIRM = Duration.ofDays(7);

  private static final Duration DAY = Duration.ofDays(1);
  private static final int LETTERS_A_DAY = 5;
  private static final int LONGEST_KEY = 80;

  private final SubscriptionStore store;
  private final SubscriptionLetters letters;
  private final Pace pace;
  private final Post post;
  private final Clock clock;

  Subscriptions(
      SubscriptionStore store, SubscriptionLetters letters, Pace pace, Post post, Clock clock) {
    this.store = store;
    this.letters = letters;
    this.pace = pace;
    this.post = post;
    this.clock = clock;
  }

  /// Takes a wish to be told of a topic, and writes to the address to have it confirmed.
  ///
  /// @param address as it was typed
  /// @param from the network address of the sender, who may ask so often only
  @Transactional
  public Asking ask(String address, Topic topic, Language language, String from) {
    var to = post.address(address);
    if (to.isEmpty()) {
      return Asking.NO_ADDRESS;
    }
    if (!pace.allows(from)) {
      return Asking.TOO_OFTEN;
    }
    var addressee = post.addressee(to.get());
    store.lock(addressee);
    var now = clock.instant();
    var known = store.find(addressee, topic.key());
    boolean written = known.filter(k -> k.writtenAt().isAfter(now.minus(DAY))).isPresent();
    if (written || store.countWritten(addressee, now.minus(DAY)) >= LETTERS_A_DAY) {
      return Asking.ASKED;
    }
    var token = Tokens.next();
    known.ifPresentOrElse(
        k -> store.renew(k.id(), Tokens.hash(token), language, now),
        () ->
            store.add(
                new Subscription(0, topic, addressee, to.get(), language, Tokens.next(), now, null),
                Tokens.hash(token)));
    var wish = store.find(addressee, topic.key()).orElseThrow();
    return switch (post.queue(letters.toConfirm(wish, token, now))) {
      case Queueing.Refused _ -> Asking.NO_ADDRESS;
      case Queueing.Queued _, Queueing.AlreadyQueued _, Queueing.OverBudget _, Queueing.Stopped _ ->
          Asking.ASKED;
    };
  }

  /// Confirms the wish of a letter's link; empty when the link is none of ours or is too old.
  @Transactional
  public Optional<Confirmed> confirm(String token) {
    var wish = toConfirm(token);
    wish.ifPresent(w -> store.confirm(w.id(), clock.instant()));
    return wish.map(this::confirmed);
  }

  /// A wish that is confirmed.
  ///
  /// @param leaveToken what the link that leaves carries
  /// @param stoppedAt where the person can take back a STOP that holds these letters back, if any
  public record Confirmed(Topic topic, String leaveToken, Optional<String> stoppedAt) {}

  private Confirmed confirmed(Subscription wish) {
    return new Confirmed(wish.topic(), wish.leaveToken(), post.stoppedAt(wish.addressee()));
  }

  @Transactional(readOnly = true)
  Optional<Subscription> toConfirm(String token) {
    return Tokens.isToken(token)
        ? store
            .findToConfirm(Tokens.hash(token))
            .filter(wish -> wish.confirmed() || !isTooOld(wish))
        : Optional.empty();
  }

  private boolean isTooOld(Subscription wish) {
    return wish.writtenAt().isBefore(clock.instant().minus(TO_CONFIRM));
  }

  /// Ends a subscription and forgets its address; the topic it was, or empty when the link leads to
  /// none.
  @Transactional
  public Optional<Topic> leave(String token) {
    var wish = toLeave(token);
    return wish.filter(_ -> store.remove(token));
  }

  @Transactional(readOnly = true)
  Optional<Topic> toLeave(String token) {
    return Tokens.isToken(token)
        ? store.findToLeave(token).map(Subscription::topic)
        : Optional.empty();
  }

  /// Queues one optional letter for each confirmed subscriber of a topic, in the caller's own
  /// transaction; the same news queue nothing twice.
  @Transactional(propagation = Propagation.MANDATORY)
  public Telling tell(String topic, News news) {
    if (!Topic.isKey(topic) || news.key().length() > LONGEST_KEY) {
      throw new IllegalArgumentException("no key of a topic or of news: " + topic);
    }
    int queued = 0;
    int before = 0;
    int held = 0;
    int refused = 0;
    for (var subscriber : store.listConfirmed(topic)) {
      switch (post.queue(letters.news(subscriber, news))) {
        case Queueing.Queued _ -> queued++;
        case Queueing.AlreadyQueued _ -> before++;
        case Queueing.OverBudget _, Queueing.Stopped _ -> held++;
        case Queueing.Refused _ -> refused++;
      }
    }
    return new Telling(queued, before, held, refused);
  }

  /// How many have confirmed that they want to be told of a topic.
  @Transactional(readOnly = true)
  public int count(String topic) {
    return store.countConfirmed(topic);
  }

  /// Forgets everybody who wanted to be told of a topic, once there is nothing more to tell of it.
  @Transactional
  public void end(String topic) {
    store.removeAll(topic);
  }

  /// Forgets wishes that nobody confirmed, and the addresses of people who let a STOP stand.
  @Transactional
  void forget() {
    Instant weekAgo = clock.instant().minus(TO_CONFIRM);
    store.forgetUnconfirmed(weekAgo);
    store.forgetStopped(weekAgo);
  }

  /// Whether letters wait for now, because the city is in a crisis: what there is to tell is better
  /// told once, afterwards.
  public boolean paused() {
    return post.pausesOptional();
  }
}
