package org.foyal.innovation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.foyal.innovation.voice.Said;

/// A call for projects as it stands.
///
/// @param contact whom to ask, as the page says it
/// @param span when one may apply
/// @param publishedAt since when everybody sees it; nothing while the staff prepares it
/// @param example whether the demonstration invented it
public record Call(
    String code,
    Said title,
    Said about,
    String contact,
    Terms terms,
    List<Criterion> criteria,
    Span span,
    Optional<Instant> publishedAt,
    boolean example,
    int version) {
  /// Keeps the criteria as they are.
  public Call {
    criteria = List.copyOf(criteria);
  }

  /// When one may apply.
  ///
  /// @param closesAt the first moment at which one may not any more
  public record Span(Instant opensAt, Instant closesAt) {
    /// Refuses a call that closes before it opens.
    ///
    /// @throws IllegalArgumentException when it does
    public Span {
      if (!closesAt.isAfter(opensAt)) {
        throw new IllegalArgumentException("it closes before it opens");
      }
    }
  }

  /// Where a call stands.
  public enum Phase {
    /// The staff prepares it.
    PREPARED,
    /// It is public and not open yet.
    COMING,
    /// One may apply.
    OPEN,
    /// One may not any more.
    CLOSED;

    /// The key of its name.
    public String words() {
      return "innovation.phase." + name();
    }
  }

  /// Where it stands at a moment.
  public Phase phase(Instant now) {
    if (publishedAt.isEmpty()) {
      return Phase.PREPARED;
    }
    if (now.isBefore(span.opensAt())) {
      return Phase.COMING;
    }
    return now.isBefore(span.closesAt()) ? Phase.OPEN : Phase.CLOSED;
  }

  /// What all criteria weigh together.
  public int weight() {
    return criteria.stream().mapToInt(Criterion::weight).sum();
  }
}
