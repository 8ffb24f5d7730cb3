package org.foyal.cases.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.foyal.kernel.Reference;

/// A decision about what everybody sees of a case, as the public log shows it. Whoever decided is
/// not in it, nor is what was said.
///
/// @param shown whether it is shown, else kept back
/// @param rule the rule by which it was kept back, by the end of its key
/// @param onAppeal when somebody had said that it was kept back without reason
/// @param appealedAt when somebody said so and nobody has decided since
public record Decision(
    long id,
    long caseId,
    Reference reference,
    boolean shown,
    Optional<String> rule,
    Instant at,
    Optional<Instant> onAppeal,
    Optional<Instant> appealedAt) {
  /// The end of the key of the words for what everybody sees since.
  public String key() {
    return shown ? "SHOWN" : "HIDDEN";
  }

  /// After how many days it was decided: since the appeal, else since it was asked.
  public long days(Instant asked) {
    return Duration.between(onAppeal.orElse(asked), at).toDays();
  }
}
