package org.foyal.things.adding;

import java.util.List;
import org.foyal.shell.SiteAddress;
import org.foyal.things.devices.Credentials;
import org.foyal.things.showing.Shown;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Writes the code that whoever connects an object copies, with its own address, number and key.
@Component
public class CodeToCopy {
  private static final String LIKELY = "21.5";

  private final SiteAddress site;
  private final int mqttPort;

  CodeToCopy(SiteAddress site, @Value("${foyal.things.mqtt-port:1883}") int mqttPort) {
    this.site = site;
    this.mqttPort = mqttPort;
  }

  /// The code for what an object measures; by MQTT only where it is open.
  public List<Code> of(Shown.Line line, Credentials key) {
    return Code.all(
        new Code.Filling(
            site.get(), mqttPort, line.datastream(), key.username(), key.secret(), LIKELY));
  }
}
