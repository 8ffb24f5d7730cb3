package org.foyal.fablab.credit;

/// What a time at a machine costs somebody: free minutes first, then time credits, then money.
///
/// @param percent of the full price that they are asked
/// @param cents what is left to pay at the counter
public record Quote(int minutes, int freeMinutes, int creditMinutes, int percent, int cents) {
  /// What is paid for in money.
  public int boughtMinutes() {
    return minutes - freeMinutes - creditMinutes;
  }
}
