package org.foyal.shell;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A bare socket, as an attacker has one, and what may be said against an answer.
final class Wire {
  private Wire() {}

  static List<String> faults(String answer, boolean refused) {
    var faults = new ArrayList<String>();
    if (!answer.matches(refused ? "(?s)HTTP/1.1 4\\d\\d.*" : "(?s)HTTP/1.1 [234]\\d\\d.*")) {
      faults.add("status");
    }
    if (!answer.contains("Content-Security-Policy: ")) {
      faults.add("no security headers");
    }
    if (answer.contains("Tomcat") || answer.contains("\tat ") || answer.contains("Exception")) {
      faults.add("shows its inside");
    }
    if (refused
        && !answer.contains("/shell/foyal.css")
        && !answer.contains("\"detail\":")
        && !answer.contains("\"description\":")
        && !answer.contains("\"type\":\"error\",\"message\":")
        && !answer.contains("<errors><error>")) {
      faults.add("not in our design");
    }
    return faults;
  }

  /// Sends bytes as they are and gives the whole answer. A server that refuses early may reset the
  /// connection before all was sent; what it had answered still counts.
  static String send(int port, String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      var answer = new java.io.ByteArrayOutputStream();
      try {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
      } catch (SocketException early) {
        // read what was said before the reset
      }
      try {
        socket.getInputStream().transferTo(answer);
      } catch (SocketException reset) {
        // as above
      }
      return answer.toString(StandardCharsets.UTF_8);
    }
  }
}
