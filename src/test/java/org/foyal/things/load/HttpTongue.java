package org.foyal.things.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// HTTP/1.1 by hand: posts to one address, and reads the head of each answer.
///
/// @param authorization the header's value; empty: none
record HttpTongue(String path, String authorization) implements Driver.Tongue {
  @Override
  public void greet(InputStream in, OutputStream out) {}

  @Override
  public boolean isGood(String answer) {
    return answer.startsWith("HTTP/1.1 201");
  }

  @Override
  public byte[] message(String body) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
            + bytes.length
            + (authorization.isEmpty() ? "" : "\r\nAuthorization: " + authorization)
            + "\r\nPrefer: return=minimal\r\n\r\n";
    return (head + body).getBytes(StandardCharsets.UTF_8);
  }

  /// The head of an answer, whose body is read over.
  @Override
  public String answer(InputStream in) throws IOException {
    var head = new StringBuilder();
    int ends = 0; // how much of the empty line was seen
    while (ends < 4) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the service hung up");
      }
      head.append((char) next);
      ends = next == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : next == '\r' ? 1 : 0;
    }
    var told = head.toString();
    if (told.contains("Transfer-Encoding: chunked")) {
      skipChunks(in);
    } else {
      int at = told.indexOf("Content-Length: ");
      in.skipNBytes(at < 0 ? 0 : Integer.parseInt(told.substring(at + 16, told.indexOf('\r', at))));
    }
    return told;
  }

  private static void skipChunks(InputStream in) throws IOException {
    int size = 1;
    while (size > 0) {
      var line = new StringBuilder();
      for (int next = in.read(); next != '\n'; next = in.read()) {
        line.append((char) next);
      }
      size = Integer.parseInt(line.toString().strip(), 16);
      in.skipNBytes(size + 2L);
    }
  }
}
