package org.foyal.fablab.access;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.foyal.shell.secrets.Secret;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of badges: cards that say who stands at a machine. What one holds is drawn by lot,
/// shown once, and kept as its digest.
@Service("labBadges")
public class Badges {
  private static final int BYTES = 16;

  private final KeyStore store;
  private final Trail trail;
  private final Clock clock;

  Badges(KeyStore store, Trail trail, Clock clock) {
    this.store = store;
    this.trail = trail;
    this.clock = clock;
  }

  /// Gives somebody a badge.
  ///
  /// @param form the same one gives once
  /// @return what is written on the card, this once; nothing where the form came before or there is
  ///   no such member
  @Transactional
  public Optional<String> give(Actor by, UUID form, UUID member) {
    var token = Secret.next(BYTES);
    var made = new Badge(form, member, clock.instant(), Optional.empty());
    if (!store.give(made, digest(token), by.id())) {
      return Optional.empty();
    }
    trail.append(by.did("fablab.access.act.badge", member.toString()));
    return Optional.of(token);
  }

  /// Lets a badge open nothing any more: it was lost, or given back.
  @Transactional
  public boolean end(Actor by, UUID badge) {
    boolean ended = store.endBadge(badge, clock.instant());
    if (ended) {
      trail.append(by.did("fablab.access.act.badge-ended", badge.toString()));
    }
    return ended;
  }

  /// Somebody's badges, the latest first.
  @Transactional(readOnly = true)
  public List<Badge> listOf(UUID member) {
    return store.badges(member);
  }

  /// Whose badge it is, if it opened anything at a moment.
  Optional<Badge> find(String token, Instant at) {
    return store.badge(digest(token), at);
  }

  static String digest(String text) {
    return HexFormat.of().formatHex(Secret.hash(text));
  }
}
