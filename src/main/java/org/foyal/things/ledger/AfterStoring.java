package org.foyal.things.ledger;

import java.util.List;

/// Who wants to hear of observations once they are stored, in the order of their commits.
///
/// It is called on a thread of its own, never by who writes; a listener that falls far behind is
/// told how many it missed, and finds them in the database.
public interface AfterStoring {
  /// Observations of one commit.
  void stored(List<Stored> those);

  /// So many observations were stored of which it was told nothing.
  void missed(long observations);
}
