package org.foyal.kernel;

import java.util.List;

/// A room that can be asked for its figures: its façade implements this, and does not know who
/// asks.
public interface Figures {
  /// What the room counts in a period, by area.
  List<Figure> figures(Period period);
}
