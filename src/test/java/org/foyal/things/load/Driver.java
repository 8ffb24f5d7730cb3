package org.foyal.things.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;

/// Sends to one service over so many connections that stay open, each waiting for its answer before
/// it sends again: a driver that costs little of the two cores that it shares with what it
/// measures.
final class Driver {
  private final int port;
  private final Tongue tongue;
  private final AtomicReference<String> first = new AtomicReference<>("");

  Driver(int port, Tongue tongue) {
    this.port = port;
    this.tongue = tongue;
  }

  /// How a connection speaks, byte by byte.
  interface Tongue {
    /// What is said first on a connection, and heard.
    void greet(InputStream in, OutputStream out) throws IOException;

    byte[] message(String body);

    /// The next answer, as text.
    String answer(InputStream in) throws IOException;

    boolean isGood(String answer);
  }

  /// The first answer that was a refusal; empty where none was.
  String firstRefusal() {
    return String.valueOf(first.get());
  }

  /// What came of it.
  ///
  /// @param answered how many were acknowledged
  /// @param refused how many were answered otherwise
  /// @param places the addresses of what was made, in no order
  record Load(
      int answered, int refused, double seconds, long p50_us, long p99_us, List<String> places) {
    double aSecond() {
      return answered / seconds;
    }
  }

  /// Sends for a while; a connection that breaks ends its part of it.
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
        tongue.greet(in, out);
        while (System.nanoTime() < end_ns) {
          var bytes = tongue.message(body.apply(nth.getAndIncrement()));
          long sent_ns = System.nanoTime();
          out.write(bytes);
          note(tongue.answer(in), System.nanoTime() - sent_ns);
        }
      } catch (IOException gone) {
        // the service was killed, which some runs want
      }
    }

    private void note(String head, long took) {
      if (!tongue.isGood(head)) {
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
}
