package org.foyal.equality.measure;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;

/// A value of an indicator as it was seen, from which values that it may have in truth are drawn.
public sealed interface Estimate {
  /// A value that is known as it is, for example where everything was counted.
  record Known(double value) implements Estimate {}

  /// A value that nobody knows: it weighs nothing.
  record Unknown() implements Estimate {}

  /// A share that was counted.
  ///
  /// @param of more than 0, and no less than `count`
  record Counted(long count, long of) implements Estimate {
    /// Refuses what is no share.
    ///
    /// @throws IllegalArgumentException for it
    public Counted {
      if (count < 0 || of <= 0 || count > of) {
        throw new IllegalArgumentException("no share: " + count + " of " + of);
      }
    }
  }

  /// Events among so much that they can happen to.
  ///
  /// @param events 0 or more
  /// @param exposure more than 0
  record Events(long events, double exposure) implements Estimate {
    /// Refuses what is no rate.
    ///
    /// @throws IllegalArgumentException for it
    public Events {
      if (events < 0 || !(exposure > 0)) {
        throw new IllegalArgumentException("no rate: " + events + " of " + exposure);
      }
    }
  }

  /// What was seen; no number where nothing was.
  default double seen() {
    return switch (this) {
      case Unknown() -> Double.NaN;
      case Known(var value) -> value;
      case Counted(var count, var of) -> (double) count / of;
      case Events(var events, var exposure) -> events / exposure;
    };
  }

  /// A value that it may have in truth: of shares by the beta distribution, of rates by the gamma
  /// distribution, both from Jeffreys’ prior. No number where nothing was seen.
  default double draw(UniformRandomProvider random) {
    return switch (this) {
      case Unknown() -> Double.NaN;
      case Known(var value) -> value;
      case Counted(var count, var of) -> {
        double yes = gamma(random, count + 0.5);
        yield yes / (yes + gamma(random, of - count + 0.5));
      }
      case Events(var events, var exposure) -> gamma(random, events + 0.5) / exposure;
    };
  }

  private static double gamma(UniformRandomProvider random, double shape) {
    return AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, 1).sample();
  }
}
