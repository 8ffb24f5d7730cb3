package org.foyal.shell;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Foyal can't start, and says in one sentence why and in another what to do.
public class StartRefused extends RuntimeException {
  private final String cure;

  /// A refusal to start.
  ///
  /// @param why what stands in the way, one sentence
  /// @param cure what the engineer can do, one sentence
  public StartRefused(String why, String cure) {
    this(why, cure, null);
  }

  /// The same, with the failure that led to it.
  public StartRefused(String why, String cure, @Nullable Throwable cause) {
    super(why, cause);
    this.cure = cure;
  }

  /// What the engineer can do.
  public String cure() {
    return cure;
  }

  /// Prints the two sentences instead of a stack trace.
  static class Analyzer extends AbstractFailureAnalyzer<StartRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StartRefused refused) {
      return new FailureAnalysis(refused.getMessage(), refused.cure(), rootFailure);
    }
  }
}
