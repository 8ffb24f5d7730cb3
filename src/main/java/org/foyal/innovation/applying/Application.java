package org.foyal.innovation.applying;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.innovation.voice.Said;
import org.foyal.innovation.voice.Tongue;
import org.foyal.kernel.Reference;
import org.jspecify.annotations.Nullable;

/// An application as it stands.
///
/// @param answers by the number of the criterion
/// @param submittedAt when it was sent; nothing while it is a draft
/// @param decision what was decided, once it is
/// @param erased whether the person is forgotten
public record Application(
    UUID id,
    Reference reference,
    String call,
    State state,
    Tongue tongue,
    Applicant applicant,
    Project project,
    Map<Integer, String> answers,
    Optional<Instant> submittedAt,
    Optional<Decision> decision,
    boolean erased,
    boolean example) {
  /// Keeps the answers as they are.
  public Application {
    answers = Map.copyOf(answers);
  }

  /// Where an application stands.
  public enum State {
    /// Somebody is writing it.
    DRAFT,
    /// It was sent.
    SUBMITTED,
    /// It is funded.
    FUNDED,
    /// It is not.
    DECLINED,
    /// Whoever sent it took it back.
    WITHDRAWN;

    /// The key of its name.
    public String words() {
      return "innovation.state." + name();
    }
  }

  /// What was decided and why.
  ///
  /// @param granted_euros nothing where it is not funded
  public record Decision(Instant at, Said reasons, @Nullable Integer granted_euros) {}

  /// Whether it is a draft.
  public boolean draft() {
    return state == State.DRAFT;
  }
}
