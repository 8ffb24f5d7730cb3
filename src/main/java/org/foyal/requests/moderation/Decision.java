package org.foyal.requests.moderation;

import java.time.Instant;
import java.util.Optional;
import org.foyal.kernel.Reference;
import org.foyal.requests.Report.Shown;
import org.foyal.shell.language.Told;

/// A decision about what everybody sees of a report, as the public log shows it. Whoever decided is
/// not in it.
///
/// @param title of the category
/// @param rule the rule by which it was kept back, by the end of its key
/// @param onAppeal when somebody had said that it was kept back without reason
/// @param appealedAt when somebody said so and nobody has decided since
record Decision(
    long id,
    Reference reference,
    Told title,
    Shown shown,
    Optional<String> rule,
    Instant at,
    Instant filedAt,
    Optional<Instant> onAppeal,
    Optional<Instant> appealedAt) {}
