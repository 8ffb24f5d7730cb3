package org.foyal.shell;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Tells a failed start on the console: what stands in the way, then what to do, and no more.
///
/// Spring's own reporter comes after this one and is silenced here, as a start may fail before the
/// settings of logging are read; its analyses are told here too.
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartFailure implements FailureAnalysisReporter {
  private static final String SPRINGS_OWN =
      "org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter";

  @Override
  public void report(FailureAnalysis analysis) {
    LoggingSystem.get(StartFailure.class.getClassLoader()).setLogLevel(SPRINGS_OWN, LogLevel.OFF);
    System.err.println("Foyal can't start. " + analysis.getDescription().strip());
    var cure = analysis.getAction();
    if (cure != null && !cure.isBlank()) {
      System.err.println("What to do: " + cure.strip());
    }
  }

  /// Two programs can't listen on one port; the management port is one above the site's.
  @Order(Ordered.HIGHEST_PRECEDENCE)
  static class PortTaken extends AbstractFailureAnalyzer<PortInUseException> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, PortInUseException taken) {
      return new FailureAnalysis(
          "Port " + taken.getPort() + " is in use by another program.",
          "Stop that program, or start Foyal on another port (bin/run --port 8090, or"
              + " --server.port=8090); it also needs the port above for health and metrics.",
          failure);
    }
  }
}
