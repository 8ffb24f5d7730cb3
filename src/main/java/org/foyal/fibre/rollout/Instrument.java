package org.foyal.fibre.rollout;

import java.util.Optional;
import org.foyal.fibre.Cited;
import org.foyal.fibre.Dated;
import org.foyal.fibre.Held;
import org.foyal.shell.language.Told;

/// What was signed: a convention, a commitment that the state accepted, an agreement.
///
/// @param agreement its name in the room of agreements, where one has the whole text
public record Instrument(
    Held held, String code, Told title, Dated signed, Optional<String> agreement, Cited source)
    implements Version {
  @Override
  public String key() {
    return code;
  }
}
