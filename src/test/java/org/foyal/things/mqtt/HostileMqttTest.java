package org.foyal.things.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;
import org.foyal.HouseTest;
import org.foyal.things.Station;
import org.foyal.things.devices.Credentials;
import org.foyal.things.devices.DeviceGate;
import org.foyal.things.devices.Devices;
import org.foyal.things.intake.Intake;
import org.foyal.things.ledger.IncomingJson;
import org.foyal.things.model.Rights;
import org.foyal.things.model.Writer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What clients that are odd, hasty or hostile send: bounded, and the door stays open for others.
@HouseTest
class HostileMqttTest {
  @Autowired ThingsSubscriber subscriber;
  @Autowired Devices devices;
  @Autowired Intake intake;
  @Autowired MqttCounts counts;
  @Autowired DeviceGate gate;
  @Autowired Uptake uptake;
  @Autowired Interests interests;
  @Autowired Composing composing;
  @Autowired JdbcClient sql;
  @Autowired JsonMapper json;

  private final MqttSettings few = new MqttSettings(0, "127.0.0.1", 10, 1, 600);
  private OpenDoor door;

  @BeforeEach
  void open() {
    door = new OpenDoor(subscriber, devices);
  }

  private Socket raw() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), door.port());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static byte[] packet(int type, byte[] body) {
    var out = new ByteArrayOutputStream();
    out.write(type);
    int rest = body.length;
    do {
      int digit = rest % 128;
      rest /= 128;
      out.write(rest > 0 ? digit | 128 : digit);
    } while (rest > 0);
    out.writeBytes(body);
    return out.toByteArray();
  }

  private static void text(ByteArrayOutputStream out, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(bytes.length >> 8);
    out.write(bytes.length & 255);
    out.writeBytes(bytes);
  }

  /// CONNECT of MQTT 3.1.1 with a clean session and an empty client id.
  private static byte[] connect(@Nullable Credentials shown) {
    var body = new ByteArrayOutputStream();
    text(body, "MQTT");
    body.write(4);
    body.write(shown == null ? 2 : 0xC2);
    body.write(0);
    body.write(60);
    text(body, "");
    if (shown != null) {
      text(body, shown.username());
      text(body, shown.secret());
    }
    return packet(0x10, body.toByteArray());
  }

  private static byte[] subscribe(String topic) {
    var body = new ByteArrayOutputStream();
    body.write(0);
    body.write(1);
    text(body, topic);
    body.write(0);
    return packet(0x82, body.toByteArray());
  }

  private static byte[] publish(int id, String topic, String payload) {
    var body = new ByteArrayOutputStream();
    text(body, topic);
    body.write(id >> 8);
    body.write(id & 255);
    body.writeBytes(payload.getBytes(StandardCharsets.UTF_8));
    return packet(0x32, body.toByteArray());
  }

  private static String read(Socket socket, int length) throws IOException {
    return HexFormat.of().formatHex(socket.getInputStream().readNBytes(length));
  }

  @Test
  void packetsRightBehindTheGreetingWaitUntilItIsAnswered() throws IOException {
    var station = Station.of(sql, "Sonde", true);
    var device = door.device(new Rights.Everything(), 100);
    var topic = "v1.1/Datastreams(" + station.datastream() + ")/Observations";
    try (var socket = raw()) {
      var all = new ByteArrayOutputStream();
      all.writeBytes(connect(device.credentials()));
      all.writeBytes(publish(7, topic, "{\"result\":1}"));
      socket.getOutputStream().write(all.toByteArray());
      assertThat(read(socket, 4)).isEqualTo("20020000");
      assertThat(read(socket, 4)).isEqualTo("40020007");
    }
  }

  @Test
  void aSubscriptionRightBehindTheGreetingIsAnswered() throws IOException {
    for (int i = 0; i < 50; i++) {
      try (var socket = raw()) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(connect(null));
        all.writeBytes(subscribe("v1.1/Observations"));
        socket.getOutputStream().write(all.toByteArray());
        assertThat(read(socket, 9)).isEqualTo("200200009003000100");
      }
    }
  }

  @Test
  void exactlyOnceIsRefusedAtItsFirstStepWithItsReason() throws IOException {
    var shown = door.device(new Rights.Everything(), 100).credentials();
    var greeting = new ByteArrayOutputStream();
    text(greeting, "MQTT");
    greeting.writeBytes(new byte[] {5, (byte) 0xC2, 0, 60, 0});
    text(greeting, "");
    text(greeting, shown.username());
    text(greeting, shown.secret());
    var published = new ByteArrayOutputStream();
    text(published, "v1.1/Observations");
    published.writeBytes(new byte[] {0, 9, 0, '{', '}'});
    try (var socket = raw()) {
      socket.getOutputStream().write(packet(0x10, greeting.toByteArray()));
      assertThat(read(socket, 1)).isEqualTo("20");
      read(socket, socket.getInputStream().read());
      socket.getOutputStream().write(packet(0x34, published.toByteArray()));
      assertThat(read(socket, 1)).isEqualTo("50");
      socket.getInputStream().read();
      assertThat(read(socket, 3)).isEqualTo("000999");
    }
  }

  @Test
  void whoeverHoldsAllTheSeatsThatOneMayHaveGetsNoneMoreUntilItLeavesOne()
      throws IOException, InterruptedException {
    var own = new ThingsSubscriber(few, gate, uptake, interests, composing, counts);
    own.open("127.0.0.1", 0);
    try {
      oneSeatOf(own.port());
    } finally {
      own.stop();
    }
  }

  private static void oneSeatOf(int port) throws IOException, InterruptedException {
    try (var first = new Socket(InetAddress.getLoopbackAddress(), port)) {
      first.getOutputStream().write(connect(null));
      assertThat(read(first, 4)).isEqualTo("20020000");
      try (var second = new Socket(InetAddress.getLoopbackAddress(), port)) {
        second.getOutputStream().write(connect(null));
        assertThat(read(second, 4)).as("come later").isEqualTo("20020003");
      }
    }
    var seated = new AtomicBoolean();
    Awaited.until(() -> seated.get() || seat(port, seated));
  }

  private static boolean seat(int port, AtomicBoolean seated) {
    try (var third = new Socket(InetAddress.getLoopbackAddress(), port)) {
      third.getOutputStream().write(connect(null));
      seated.set(read(third, 4).equals("20020000"));
    } catch (IOException closed) {
      seated.set(false);
    }
    return seated.get();
  }

  @Test
  void aPacketMayComeByteByByte() throws IOException {
    try (var socket = raw()) {
      for (byte one : connect(null)) {
        socket.getOutputStream().write(one);
        socket.getOutputStream().flush();
      }
      assertThat(read(socket, 4)).isEqualTo("20020000");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00",
        "ffffffffffff",
        "10ffffffff7f",
        "1000",
        "474554202f20485454502f312e310d0a0d0a",
        "32050003762f2b0001",
        "101000064d514973647003020002"
      })
  void whatIsNoMqttIsCutOff(String hex) throws IOException {
    try (var socket = raw()) {
      socket.getOutputStream().write(HexFormat.of().parseHex(hex));
      socket.shutdownOutput();
      assertThat(socket.getInputStream().readAllBytes()).hasSizeLessThan(20);
    }
  }

  @Test
  void aWildcardInAPublishedTopicCutsTheConnection() throws IOException {
    var device = door.device(new Rights.Everything(), 100);
    try (var socket = raw()) {
      socket.getOutputStream().write(connect(device.credentials()));
      assertThat(read(socket, 4)).isEqualTo("20020000");
      socket.getOutputStream().write(publish(1, "v1.1/+/Observations", "{\"result\":1}"));
      assertThat(socket.getInputStream().readAllBytes()).isEmpty();
    }
  }

  @Test
  void aPacketThatIsTooLargeCutsTheConnection() throws IOException {
    var device = door.device(new Rights.Everything(), 100);
    try (var socket = raw()) {
      socket.getOutputStream().write(connect(device.credentials()));
      assertThat(read(socket, 4)).isEqualTo("20020000");
      socket.getOutputStream().write(HexFormat.of().parseHex("32ffffff7f"));
      assertThat(socket.getInputStream().readAllBytes()).isEmpty();
    }
  }

  @Test
  void aClientThatNeverReadsIsCutOffAndTheOthersAreTold() throws Exception {
    var station = Station.of(sql, "Sonde", true);
    int before = counts.connections();
    try (var socket = new Socket()) {
      socket.setReceiveBufferSize(4_096);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), door.port()));
      socket.getOutputStream().write(connect(null));
      socket.getOutputStream().write(subscribe("v1.1/Observations"));
      Awaited.until(() -> counts.connections() > before);
      assertThat(read(socket, 9)).isEqualTo("200200009003000100");
      var body = (ObjectNode) json.readTree("{\"result\": \"" + "x".repeat(20_000) + "\"}");
      var those = new ArrayList<org.foyal.things.ledger.Incoming>();
      for (int i = 0; i < 500; i++) {
        those.add(
            IncomingJson.read(
                body, station.datastream(), java.time.Instant.ofEpochSecond(1_700_000_000L + i)));
      }
      intake.take(those, new Writer("city", true, new Rights.Everything())).join();
      Awaited.until(() -> counts.connections() <= before);
    }
  }

  @Test
  void connectionsThatComeAndGoLeaveNothing() throws Exception {
    int before = counts.connections();
    var all = new ArrayList<Socket>();
    for (int i = 0; i < 200; i++) {
      var socket = raw();
      socket.getOutputStream().write(connect(null));
      all.add(socket);
    }
    for (var socket : all) {
      assertThat(read(socket, 4)).isEqualTo("20020000");
      socket.close();
    }
    Awaited.until(() -> counts.connections() <= before);
  }
}
