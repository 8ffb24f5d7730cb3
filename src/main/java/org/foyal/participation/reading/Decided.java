package org.foyal.participation.reading;

import java.time.Instant;
import java.util.Optional;
import org.foyal.kernel.Reference;
import org.foyal.participation.Question.Shown;

/// A decision about what is published, as the public log shows it. Whoever decided is not in it,
/// nor is the question.
///
/// @param mandate the code of whom it was put to
/// @param rule the rule by which it was kept back, by the end of its key
/// @param onAppeal when somebody had said that it was kept back without reason
/// @param appealedAt when somebody said so and nobody has decided since
record Decided(
    long id,
    Reference reference,
    String mandate,
    Shown shown,
    Optional<String> rule,
    Instant at,
    Instant askedAt,
    Optional<Instant> onAppeal,
    Optional<Instant> appealedAt) {}
