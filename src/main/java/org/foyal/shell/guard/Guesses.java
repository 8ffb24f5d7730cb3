package org.foyal.shell.guard;

import java.time.Duration;

/// Slows whoever tries the codes that go with references, and nobody else: a right code opens,
/// however many wrong ones others behind the same address have sent. Wrong ones are counted by
/// sender, and by reference up to a height that only a machine reaches.
public final class Guesses {
  private static final int WRONG_AN_HOUR = 30;
  private static final int OF_ONE_AN_HOUR = 3_000;

  private final Pace wrong = new Pace(WRONG_AN_HOUR, Duration.ofHours(1));
  private final Pace ofOne = new Pace(OF_ONE_AN_HOUR, Duration.ofHours(1));

  /// Whether a code of a reference may be tried at all; counts nothing.
  public boolean mayTry(String reference) {
    return ofOne.wouldAllow(reference);
  }

  /// Counts a wrong code; whether its sender may go on, or has to wait.
  ///
  /// @param from the network address of the sender
  /// @param reference that the code was tried for
  public boolean mayGoOn(String from, String reference) {
    ofOne.allows(reference);
    return wrong.allows(from);
  }
}
