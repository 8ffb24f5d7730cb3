package org.foyal.things.devices;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.foyal.people.Actor;
import org.foyal.things.devices.Devices.Entered;
import org.foyal.things.model.Rights;

/// Credentials for tests of the doors.
public final class Keys {
  private Keys() {}

  /// The header `Authorization` of a device that may write everywhere, as much as it wants.
  public static String toEverything(Devices devices) {
    return header(devices, new Rights.Everything());
  }

  /// The same of one whose readings are inventions.
  public static String example(Devices devices) {
    return header(devices, new Rights.Everything(), true);
  }

  /// The same of one that has rights.
  public static String header(Devices devices, Rights rights) {
    return header(devices, rights, false);
  }

  private static String header(Devices devices, Rights rights, boolean example) {
    var quota = new Device.Quota(1_000_000_000, 1_000_000_000);
    var order = new Devices.Order(UUID.randomUUID(), "Test", rights, quota, example);
    var shown = ((Entered.Opened) devices.open(Actor.CONSOLE, order)).credentials();
    var text = shown.username() + ":" + shown.secret();
    return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
