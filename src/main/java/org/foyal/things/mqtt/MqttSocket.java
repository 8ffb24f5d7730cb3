package org.foyal.things.mqtt;

import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.impl.MqttEndpointImpl;
import io.vertx.mqtt.messages.codes.MqttPubRecReasonCode;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// The connection below an endpoint, which the library (5.1.1) keeps to itself: only there can
/// reading be stopped for a while, and only there does it show that a client does not read.
record MqttSocket(NetSocketInternal socket) {
  private static final VarHandle CONNECTION = connection();

  private static VarHandle connection() {
    try {
      return MethodHandles.privateLookupIn(MqttEndpointImpl.class, MethodHandles.lookup())
          .findVarHandle(MqttEndpointImpl.class, "conn", NetSocketInternal.class);
    } catch (ReflectiveOperationException changed) {
      throw new IllegalStateException("another Vert.x MQTT than was built for", changed);
    }
  }

  static MqttSocket of(MqttEndpoint endpoint) {
    return new MqttSocket((NetSocketInternal) CONNECTION.get((MqttEndpointImpl) endpoint));
  }

  void pause() {
    socket.pause();
  }

  void resume() {
    socket.resume();
  }

  /// Whether the client reads as fast as it is told.
  boolean isRead() {
    return socket.channelHandlerContext().channel().isWritable();
  }

  void close() {
    socket.close();
  }

  /// Refuses at the first step of « exactly once », with the reason: the library leaves it out, and
  /// what it would send says that all is well.
  void refuseReceipt(int id, MqttPubRecReasonCode reason, MqttProperties properties) {
    var header = new MqttFixedHeader(MqttMessageType.PUBREC, false, MqttQoS.AT_MOST_ONCE, false, 0);
    socket.writeMessage(
        new MqttMessage(
            header, new MqttPubReplyMessageVariableHeader(id, reason.value(), properties)));
  }

  /// Closes without waiting for what the client does not read.
  void cut() {
    var connection = socket.channelHandlerContext().channel().unsafe();
    connection.close(connection.voidPromise());
  }
}
