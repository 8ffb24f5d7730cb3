package org.foyal.innovation;

import java.util.List;
import org.foyal.innovation.voice.Said;

/// A call as the staff wants it.
///
/// @param version the one that was read before it was changed; 0 for a new call
public record CallDraft(
    String code, Said title, Said about, String contact, Terms terms, Plan plan, int version) {
  /// What is judged and when.
  public record Plan(List<Criterion> criteria, Call.Span span, boolean example) {
    /// Keeps the criteria as they are.
    public Plan {
      criteria = List.copyOf(criteria);
    }
  }
}
