package teeth.rooms.upper;

/// As a template of the upper room looks once it is a class.
public final class JteCardGenerated {
  private JteCardGenerated() {}

  /// Draws.
  public static String render() {
    return "card";
  }
}
