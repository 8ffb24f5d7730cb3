package teeth.rooms.lower;

import teeth.rooms.upper.JteCardGenerated;

/// A template that draws with another room's.
public final class JteBorrowerGenerated {
  private JteBorrowerGenerated() {}

  /// Draws.
  public static String render() {
    return JteCardGenerated.render();
  }
}
