package org.foyal.post.subscriptions;

/// What can come of asking for news. It never tells whether the address was known.
public enum Asking {
  /// If the address is somebody's, a letter is on its way to it.
  ASKED,
  /// No letter can go to this address.
  NO_ADDRESS,
  /// This sender asks too often; later is fine.
  TOO_OFTEN;

  /// The key of the sentence for the reader.
  public String words() {
    return "shell.subscribe." + name();
  }
}
