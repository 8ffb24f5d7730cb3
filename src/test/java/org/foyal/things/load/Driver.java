package org.foyal.things.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;

/// Posts to one address of a service over so many connections that stay open, each waiting for its
/// answer before it sends again. HTTP/1.1 by hand: a driver that costs little of the two cores that
/// it shares with what it measures.
final class Driver {
  private final int port;
  private final String path;
  private final String authorization;
  private final AtomicReference<String> first = new AtomicReference<>("");

  /// @param authorization the header's value; empty: none
  Driver(int port, String path, String authorization) {
    this.port = port;
    this.path = path;
    this.authorization = authorization;
  }

  /// The head of the first answer that was none of 201; empty where all were.
  String firstRefusal() {
    return String.valueOf(first.get());
  }

  /// What came of it.
  ///
  /// @param answered how many were answered with 201
  /// @param refused how many were answered otherwise
  /// @param places the addresses of what was made, in no order
  record Load(int answered, int refused, double seconds, long p50_us, long p99_us, List<String> places) {
    double aSecond() {
      return answered / seconds;
    }
  }

  /// Posts for a while; a connection that breaks ends its part of it.
  Load run(int connections, Duration time, IntFunction<String> body) throws InterruptedException {
    var nth = new AtomicInteger();
    var parts = new ConcurrentLinkedQueue<Part>();
    long start_ns = System.nanoTime();
    long end_ns = start_ns + time.toNanos();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < connections; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                var part = new Part();
                parts.add(part);
                part.run(end_ns, nth, body);
              }));
    }
    for (var thread : threads) {
      thread.join();
    }
    double seconds = (System.nanoTime() - start_ns) / 1e9;
    var took = parts.stream().flatMapToLong(part -> Arrays.stream(part.times())).sorted().toArray();
    return new Load(
        took.length,
        parts.stream().mapToInt(part -> part.refused).sum(),
        seconds,
        took.length == 0 ? 0 : took[took.length / 2] / 1000,
        took.length == 0 ? 0 : took[(int) (took.length * 0.99)] / 1000,
        parts.stream().flatMap(part -> part.places.stream()).toList());
  }

  /// One connection's share.
  private final class Part {
    private long[] took_ns = new long[1 << 12];
    private int answered;
    private int refused;
    private final List<String> places = new ArrayList<>();

    long[] times() {
      return Arrays.copyOf(took_ns, answered);
    }

    void run(long end_ns, AtomicInteger nth, IntFunction<String> body) {
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setTcpNoDelay(true);
        var out = socket.getOutputStream();
        var in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
        while (System.nanoTime() < end_ns) {
          var bytes = request(body.apply(nth.getAndIncrement()));
          long sent_ns = System.nanoTime();
          out.write(bytes);
          note(answer(in), System.nanoTime() - sent_ns);
        }
      } catch (IOException gone) {
        // the service was killed, which some runs want
      }
    }

    private void note(String head, long took) {
      if (!head.startsWith("HTTP/1.1 201")) {
        refused++;
        first.compareAndSet("", head);
        return;
      }
      if (answered == took_ns.length) {
        took_ns = Arrays.copyOf(took_ns, answered * 2);
      }
      took_ns[answered++] = took;
      int at = head.indexOf("\r\nLocation: ");
      if (at > 0) {
        places.add(head.substring(at + 12, head.indexOf('\r', at + 12)));
      }
    }
  }

  private byte[] request(String body) {
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
  private static String answer(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the service hung up");
      }
      head.append((char) next);
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
