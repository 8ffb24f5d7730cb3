package org.foyal.things.mqtt;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.foyal.shell.guard.Pace;
import org.foyal.things.devices.DeviceGate;
import org.foyal.things.devices.Devices;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// The MQTT door of the connected city. Devices publish with their credentials; whoever wants may
/// subscribe, as the data are open.
@Component
class ThingsSubscriber implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ThingsSubscriber.class);
  private static final int LARGEST_bytes = 64 * 1024;
  private static final int MOST_AT_ONCE = 256;
  private static final int PATIENCE_s = 10;

  private final MqttSettings settings;
  private final DeviceGate gate;
  private final Uptake uptake;
  private final Interests interests;
  private final Composing composing;
  private final MqttCounts counts;
  private final Pace pace;
  private final Map<String, Integer> seats = new ConcurrentHashMap<>();
  private final Map<String, MqttSession> sessions = new ConcurrentHashMap<>();
  private volatile @Nullable Vertx vertx;
  private volatile int port;
  private volatile String trouble = "";

  ThingsSubscriber(
      MqttSettings settings,
      DeviceGate gate,
      Uptake uptake,
      Interests interests,
      Composing composing,
      MqttCounts counts) {
    this.settings = settings;
    this.gate = gate;
    this.uptake = uptake;
    this.interests = interests;
    this.composing = composing;
    this.counts = counts;
    this.pace = new Pace(settings.mqttConnectsPerMinute(), Duration.ofMinutes(1));
  }

  @Override
  public void start() {
    if (settings.mqttPort() > 0) {
      open(settings.mqttAddress(), settings.mqttPort());
    }
  }

  /// Opens the door; a port that is taken is told, and the rest of the house works.
  ///
  /// @param wanted 0: any that is free
  void open(String address, int wanted) {
    var mine =
        Vertx.vertx(
            new VertxOptions()
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    vertx = mine;
    var options = new MqttServerOptions();
    options.setHost(address).setPort(wanted);
    options.setMaxMessageSize(LARGEST_bytes).setTimeoutOnConnect(PATIENCE_s);
    options.setTcpKeepAlive(true);
    var server =
        MqttServer.create(mine, options)
            .endpointHandler(this::connect)
            .exceptionHandler(odd -> counts.refused("malformed"));
    try {
      server.listen().toCompletionStage().toCompletableFuture().join();
      port = server.actualPort();
      trouble = "";
      LOG.info("MQTT at {}:{}", address, port);
    } catch (CompletionException taken) {
      trouble = "MQTT can't listen at " + address + ":" + wanted + ": " + taken.getCause();
      LOG.warn("{}. Everything else works; set foyal.things.mqtt-port to a free one.", trouble);
      close();
    }
  }

  /// Where it listens; 0: nowhere.
  int port() {
    return port;
  }

  /// Why it does not listen though it should; empty: nothing is wrong.
  String trouble() {
    return trouble;
  }

  /// Nothing more is read from the client until it is known who it is: a subscription right behind
  /// its greeting waits.
  private void connect(MqttEndpoint endpoint) {
    var from = endpoint.remoteAddress().hostAddress();
    if (counts.connections() >= settings.mqttMostClients()) {
      refuse(endpoint, MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_BUSY, "full");
      return;
    }
    if (!pace.allows(from)) {
      refuse(endpoint, MqttConnectReturnCode.CONNECTION_REFUSED_CONNECTION_RATE_EXCEEDED, "pace");
      return;
    }
    if (seats.merge(from, 1, Integer::sum) > settings.mqttMostClientsOfOne()) {
      leave(from);
      refuse(endpoint, MqttConnectReturnCode.CONNECTION_REFUSED_QUOTA_EXCEEDED, "seats");
      return;
    }
    counts.connected(1);
    endpoint.closeHandler(_ -> gone(from));
    endpoint.exceptionHandler(_ -> counts.refused("malformed"));
    var context = Vertx.currentContext();
    var auth = endpoint.auth();
    if (auth == null) {
      accept(endpoint, context, null);
      return;
    }
    var socket = MqttSocket.of(endpoint);
    socket.pause();
    Thread.ofVirtual()
        .name("mqtt-connect")
        .start(() -> {
          var entry = enter(auth.getUsername(), auth.getPassword(), from);
          context.runOnContext(_ -> {
            entered(endpoint, context, entry);
            socket.resume();
          });
        });
  }

  private DeviceGate.@Nullable Entry enter(
      @Nullable String username, @Nullable String secret, String from) {
    try {
      return gate.enter(username == null ? "" : username, secret == null ? "" : secret, from);
    } catch (DataAccessException away) {
      return null;
    }
  }

  private void entered(MqttEndpoint endpoint, Context context, DeviceGate.@Nullable Entry entry) {
    switch (entry) {
      case DeviceGate.Entry.Admitted(var pass, _) -> accept(endpoint, context, pass);
      case DeviceGate.Entry.Wrong(), DeviceGate.Entry.Nobody() ->
          refuse(
              endpoint,
              MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD,
              "credentials");
      case DeviceGate.Entry.Slow() ->
          refuse(
              endpoint, MqttConnectReturnCode.CONNECTION_REFUSED_CONNECTION_RATE_EXCEEDED, "slow");
      case null ->
          refuse(
              endpoint, MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE_5, "database");
    }
  }

  /// MQTT 3.1.1 has words of its own.
  private void refuse(MqttEndpoint endpoint, MqttConnectReturnCode why, String word) {
    counts.dropped(word, 1);
    boolean credentials = word.equals("credentials");
    endpoint.reject(
        endpoint.protocolVersion() >= 5
            ? why
            : credentials
                ? MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD
                : MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE);
  }

  private void gone(String from) {
    counts.connected(-1);
    leave(from);
  }

  private void leave(String from) {
    seats.computeIfPresent(from, (_, count) -> count == 1 ? null : count - 1);
  }

  private void accept(MqttEndpoint endpoint, Context context, Devices.@Nullable Pass pass) {
    var from = endpoint.remoteAddress().hostAddress();
    var session = new MqttSession(endpoint, context, uptake, counts, pass);
    var subscriptions = new Subscriptions(session, interests, composing);
    var name = (pass == null ? "" : pass.username()) + "\0" + endpoint.clientIdentifier();
    session.listen();
    subscriptions.listen();
    endpoint.closeHandler(_ -> {
      gone(from);
      sessions.remove(name, session);
      subscriptions.forgetAll();
      session.forget();
    });
    endpoint.exceptionHandler(_ -> {
      counts.refused("malformed");
      session.end(MqttDisconnectReasonCode.MALFORMED_PACKET);
    });
    var before = sessions.put(name, session);
    if (before != null) {
      before.end(MqttDisconnectReasonCode.SESSION_TAKEN_OVER); // MQTT-3.1.4-2
    }
    endpoint.accept(false, greeting(endpoint));
  }

  private static MqttProperties greeting(MqttEndpoint endpoint) {
    var told = new MqttProperties();
    if (endpoint.protocolVersion() >= 5) {
      whole(told, MqttProperties.SESSION_EXPIRY_INTERVAL, 0);
      whole(told, MqttProperties.RECEIVE_MAXIMUM, MOST_AT_ONCE);
      whole(told, MqttProperties.RETAIN_AVAILABLE, 0);
      whole(told, MqttProperties.MAXIMUM_PACKET_SIZE, LARGEST_bytes);
      whole(told, MqttProperties.WILDCARD_SUBSCRIPTION_AVAILABLE, 0);
      whole(told, MqttProperties.SUBSCRIPTION_IDENTIFIER_AVAILABLE, 0);
      whole(told, MqttProperties.SHARED_SUBSCRIPTION_AVAILABLE, 0);
      told.add(
          new MqttProperties.StringProperty(
              MqttProperties.ASSIGNED_CLIENT_IDENTIFIER, endpoint.clientIdentifier()));
    }
    return told;
  }

  private static void whole(MqttProperties told, int property, int value) {
    told.add(new MqttProperties.IntegerProperty(property, value));
  }

  /// Cuts whatever a device holds open.
  void shutOut(String username) {
    sessions.values().stream()
        .filter(one -> one.isOf(username))
        .forEach(one -> one.end(MqttDisconnectReasonCode.ADMINISTRATIVE_ACTION));
  }

  @Override
  public void stop() {
    sessions.values().forEach(one -> one.end(MqttDisconnectReasonCode.SERVER_SHUTTING_DOWN));
    close();
  }

  private void close() {
    var mine = vertx;
    vertx = null;
    port = 0;
    if (mine != null) {
      mine.close()
          .toCompletionStage()
          .toCompletableFuture()
          .completeOnTimeout(null, PATIENCE_s, TimeUnit.SECONDS)
          .join();
    }
  }

  @Override
  public boolean isRunning() {
    return vertx != null;
  }
}
