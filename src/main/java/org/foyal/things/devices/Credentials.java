package org.foyal.things.devices;

/// What a device shows at the doors; the secret is told this once.
public record Credentials(String username, String secret) {
  /// Nobody writes a secret into a log by mistake.
  @Override
  public String toString() {
    return username + ":…";
  }
}
