package org.foyal.shell.database;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Tells in a sentence that the tables and the program do not belong together.
class TablesRefused extends AbstractFailureAnalyzer<FlywayValidateException> {
  @Override
  protected FailureAnalysis analyze(Throwable failure, FlywayValidateException differs) {
    return new FailureAnalysis(
        "The tables in this database were made by another version of Foyal: "
            + reason(differs)
            + ".",
        "Start the version that made them or a newer one, or restore a backup of this version into"
            + " a new folder. Nothing was changed.",
        failure);
  }

  /// The first difference, which stands after a line of introduction.
  private static String reason(FlywayValidateException differs) {
    var lines = String.valueOf(differs.getMessage()).lines().map(String::strip).toList();
    return lines.size() > 1 ? lines.get(1) : lines.getFirst();
  }
}
