package org.foyal.things.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// MQTT 3.1.1 by hand: publishes to one topic with QoS 1, and reads each PUBACK.
record MqttTongue(String topic, String username, String secret) implements Driver.Tongue {
  private static final int CONNECT = 0x10;
  private static final int CONNACK = 0x20;
  private static final int PUBLISH_ONCE_AT_LEAST = 0x32;
  private static final int PUBACK = 0x40;

  /// User name, password, clean session (3.1.1, 3.1.2.3).
  private static final int FLAGS = 0xC2;

  @Override
  public void greet(InputStream in, OutputStream out) throws IOException {
    var body = new ByteArrayOutputStream();
    text(body, "MQTT");
    body.write(4); // 3.1.1
    body.write(FLAGS);
    number(body, 60);
    text(body, UUID.randomUUID().toString().substring(0, 20));
    text(body, username);
    text(body, secret);
    out.write(packet(CONNECT, body.toByteArray()));
    var answer = in.readNBytes(4);
    if (answer.length < 4 || answer[0] != CONNACK || answer[3] != 0) {
      throw new IOException("the service refused the connection");
    }
  }

  /// Each waits for its acknowledgement before the next, so that one number serves all.
  @Override
  public byte[] message(String payload) {
    var body = new ByteArrayOutputStream();
    text(body, topic);
    number(body, 1);
    body.writeBytes(payload.getBytes(StandardCharsets.UTF_8));
    return packet(PUBLISH_ONCE_AT_LEAST, body.toByteArray());
  }

  @Override
  public String answer(InputStream in) throws IOException {
    var answer = in.readNBytes(4);
    if (answer.length < 4) {
      throw new IOException("the service hung up");
    }
    return answer[0] == PUBACK ? "PUBACK" : "packet " + answer[0];
  }

  @Override
  public boolean isGood(String answer) {
    return answer.equals("PUBACK");
  }

  /// The length stands in groups of seven bits (3.1.1, 2.2.3).
  private static byte[] packet(int kind, byte[] body) {
    var packet = new ByteArrayOutputStream();
    packet.write(kind);
    int left = body.length;
    while (left > 0x7F) {
      packet.write((left & 0x7F) | 0x80);
      left >>= 7;
    }
    packet.write(left);
    packet.writeBytes(body);
    return packet.toByteArray();
  }

  private static void text(ByteArrayOutputStream into, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    number(into, bytes.length);
    into.writeBytes(bytes);
  }

  private static void number(ByteArrayOutputStream into, int number) {
    into.write(number >> 8);
    into.write(number);
  }
}
