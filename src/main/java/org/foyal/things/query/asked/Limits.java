package org.foyal.things.query.asked;

/// How much one question may ask: what is longer, deeper or wider is told so, before any of it is
/// worked on.
///
/// @param length characters of one option
/// @param depth how deep brackets, and links, may be nested
/// @param nodes the parts of one filter
/// @param expands how many links one question may expand
/// @param top entities of one set in one answer
/// @param entities entities in one answer, with all that is expanded
public record Limits(int length, int depth, int nodes, int expands, int top, int entities) {
  /// What the house allows, with the most of one set as it is set.
  public static Limits of(int top) {
    return new Limits(8_000, 12, 400, 40, top, 20_000);
  }
}
