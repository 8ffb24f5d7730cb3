package org.foyal.things.serving;

import java.util.OptionalLong;
import org.foyal.things.model.Writer;
import org.jspecify.annotations.Nullable;

/// Who may write; whoever keeps credentials offers this as a bean. Without one, nobody may.
public interface Gate {
  /// What can come of knocking.
  sealed interface Entry {
    /// The credentials open.
    record Admitted(Writer writer) implements Entry {}

    /// No credentials were shown.
    record Nobody() implements Entry {}

    /// They open nothing.
    record Wrong() implements Entry {}

    /// They open nothing, as so many before.
    record Slow() implements Entry {}
  }

  /// Looks at the header `Authorization` of a request.
  ///
  /// @param from the network address of the sender
  Entry enter(@Nullable String authorization, String from);

  /// Counts observations that somebody is about to write.
  ///
  /// @return nothing if they may; else the seconds to wait, 0 where it is too many at once
  OptionalLong spend(Writer writer, int observations);

  /// Hears that somebody has made a thing, which is theirs.
  void made(Writer writer, long thing);
}
