package org.foyal.things.adding;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// Code to copy, each filled with an object's own address, number and key.
///
/// @param words the key of its name
/// @param text what is copied
public record Code(String words, String text) {
  /// What is filled in.
  ///
  /// @param site the address of the house
  /// @param mqttPort 0: closed
  /// @param value a number that such an object could report
  record Filling(
      String site, int mqttPort, long datastream, String username, String secret, String value) {
    private String fill(String text) {
      var port = Integer.toString(mqttPort);
      return text.replace("{site}", site)
          .replace("{host}", String.valueOf(URI.create(site).getHost()))
          .replace("{port}", port)
          .replace("{topic}", "v1.1/Datastreams(" + datastream + ")/Observations")
          .replace("{user}", username)
          .replace("{secret}", secret)
          .replace("{value}", value)
          .stripTrailing();
    }
  }

  private static final String CURL =
      """
      curl -u '{user}:{secret}' -H 'Content-Type: application/json' \\
        -d '{"result": {value}}' '{site}/{topic}'
      """;

  private static final String PYTHON_HTTP =
      """
      import requests  # pip install requests

      answer = requests.post(
          "{site}/{topic}",
          json={"result": {value}},
          auth=("{user}", "{secret}"),
          timeout=30)
      print(answer.status_code)  # 201: stored
      """;

  private static final String PYTHON_MQTT =
      """
      import json
      import paho.mqtt.client as mqtt  # pip install paho-mqtt

      client = mqtt.Client(mqtt.CallbackAPIVersion.VERSION2, protocol=mqtt.MQTTv5)
      client.username_pw_set("{user}", "{secret}")
      client.connect("{host}", {port})
      client.loop_start()
      sent = client.publish("{topic}", json.dumps({"result": {value}}), qos=1)
      sent.wait_for_publish(10)  # acknowledged: stored
      client.disconnect()
      """;

  private static final String MICROPYTHON =
      """
      import json
      from umqtt.simple import MQTTClient

      client = MQTTClient("", "{host}", port={port}, user="{user}", password="{secret}", keepalive=60)
      client.connect()
      client.publish(b"{topic}", json.dumps({"result": {value}}), qos=1)
      client.disconnect()
      """;

  private static final String ARDUINO =
      """
      #include <WiFi.h>
      #include <PubSubClient.h>

      WiFiClient net;
      PubSubClient mqtt(net);

      void setup() {
        WiFi.begin("NETWORK", "PASSWORD");
        while (WiFi.status() != WL_CONNECTED) delay(200);
        mqtt.setServer("{host}", {port});
      }

      void loop() {
        if (!mqtt.connected()) mqtt.connect("", "{user}", "{secret}");
        mqtt.loop();
        mqtt.publish("{topic}", "{\\"result\\": {value}}");
        delay(60000);
      }
      """;

  /// All that work at this house: by MQTT only where it is open.
  static List<Code> all(Filling filling) {
    var all = new ArrayList<Code>();
    all.add(new Code("things.adding.code.curl", filling.fill(CURL)));
    all.add(new Code("things.adding.code.python", filling.fill(PYTHON_HTTP)));
    if (filling.mqttPort() > 0) {
      all.add(new Code("things.adding.code.python-mqtt", filling.fill(PYTHON_MQTT)));
      all.add(new Code("things.adding.code.micropython", filling.fill(MICROPYTHON)));
      all.add(new Code("things.adding.code.arduino", filling.fill(ARDUINO)));
    }
    return all;
  }
}
