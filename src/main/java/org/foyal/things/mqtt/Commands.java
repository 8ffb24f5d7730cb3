package org.foyal.things.mqtt;

import java.util.Optional;

/// Topics of other rooms: devices that are no sensors say something there, with the credentials
/// that they connected with, and hear the answer on a topic of their own.
public interface Commands {
  /// Hears what a device says; it is acknowledged once this returns.
  ///
  /// @return the answer, for this device alone; nothing: the topic is none of theirs
  Optional<Answer> said(String topic, byte[] payload, String username);

  /// Whether a device may subscribe to a topic, on which only its own answers come.
  boolean mayHear(String topic, String username);

  /// What a device hears.
  record Answer(String topic, String payload) {}
}
