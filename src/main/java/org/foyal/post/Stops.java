package org.foyal.post;

import java.time.Clock;
import java.util.Optional;
import org.foyal.shell.crisis.CrisisSwitch;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// STOP: a person's word, given by a signed link and without an account, that ends optional
/// letters.
@Service
class Stops {
  private final StopStore stops;
  private final LetterStore letters;
  private final Signatures signatures;
  private final Clock clock;
  private final CrisisSwitch crisis;

  Stops(
      StopStore stops,
      LetterStore letters,
      Signatures signatures,
      Clock clock,
      CrisisSwitch crisis) {
    this.stops = stops;
    this.letters = letters;
    this.signatures = signatures;
    this.clock = clock;
    this.crisis = crisis;
  }

  /// Whether a person has said STOP.
  boolean has(Addressee addressee) {
    return stops.has(addressee);
  }

  /// Whether optional letters wait for now, because the city is in a crisis.
  boolean paused() {
    return crisis.on();
  }

  /// Whether the holder of a signed link has said STOP; empty when the link is none of ours.
  @Transactional(readOnly = true)
  Optional<Boolean> stopped(String token) {
    return signatures.addresseeOf(token).map(stops::has);
  }

  /// Says STOP for the holder of a signed link; waiting optional letters are not sent. False when
  /// the link is none of ours.
  @Transactional
  boolean stop(String token) {
    var addressee = signatures.addresseeOf(token);
    addressee.ifPresent(who -> {
      letters.lock(who);
      stops.add(who, clock.instant());
      letters.suppressWaiting(who, clock.instant());
    });
    return addressee.isPresent();
  }

  /// Takes a STOP back. False when the link is none of ours.
  @Transactional
  boolean resume(String token) {
    var addressee = signatures.addresseeOf(token);
    addressee.ifPresent(stops::remove);
    return addressee.isPresent();
  }
}
