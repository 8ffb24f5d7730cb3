package org.foyal.shell.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.foyal.people.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files far larger than the program's memory, sent by page as they are made. `bench/upload.sh`
/// sends 2 GB.
class UploadIT {
  private static final Pattern FIRST = Pattern.compile("http://\\S+(/fr/staff/invitation/\\S+)");
  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}");
  private static final String PASSWORD = "lampadaire crevette orage violon";
  private static final int MB = 1 << 20;
  @TempDir Path temporary;

  /// The city's first administrator, with the open house's own keys.
  private static Visitor administrator(Program program) {
    var link = FIRST.matcher(program.said());
    assertThat(link.find()).as(program.said()).isTrue();
    var ada = new Visitor(program.port());
    var taken =
        ada.fill(
            link.group(1),
            Map.of(
                "name",
                "Ada",
                "email",
                "ada@example.org",
                "password",
                PASSWORD,
                "again",
                PASSWORD,
                "factor",
                "sheet"));
    var code = CODE.matcher(taken.body());
    assertThat(code.find()).as(taken.body()).isTrue();
    ada.fill("/fr/staff/sign-in", Map.of("email", "ada@example.org", "password", PASSWORD));
    ada.fill("/fr/staff/sign-in/code", Map.of("code", code.group()));
    assertThat(ada.get("/fr/staff").body()).contains("Ada");
    return ada;
  }

  @Test
  void aFileLargerThanTheMemoryIsReadAndOneLargerThanTheLimitIsRefused() throws Exception {
    var words =
        List.of(
            "--foyal.shell.data=" + temporary.resolve("data"),
            "--server.port=0",
            "--spring.servlet.multipart.max-file-size=180MB",
            "--spring.servlet.multipart.max-request-size=180MB");
    try (var program = Program.of(List.of("-Xmx160m"), words).awaitOpen()) {
      var ada = administrator(program);
      assertThat(send(program, ada, 170 * MB, true))
          .startsWith("HTTP/1.1 200")
          .contains("exemple.csv");
      for (boolean chunked : new boolean[] {true, false}) {
        assertThat(send(program, ada, 190 * MB, chunked))
            .as("in chunks: " + chunked)
            .startsWith("HTTP/1.1 413")
            .contains("Envoyez un fichier plus petit.");
      }
      assertThat(ada.get("/fr/staff").status()).as("the house goes on").isEqualTo(200);
      assertThat(program.said()).doesNotContain("OutOfMemory", "incident");
      try (var kept = Files.list(temporary.resolve("data/imports"))) {
        assertThat(kept).as("only what fits is kept").hasSize(1);
      }
    }
  }

  @Test
  void atTheLimitOfTwoGigabytesTheLengthAloneIsEnoughToRefuse() throws Exception {
    var words = List.of("--foyal.shell.data=" + temporary.resolve("data"), "--server.port=0");
    try (var program = Program.of(List.of("-Xmx160m"), words).awaitOpen()) {
      var ada = administrator(program);
      long tooMuch = (2L << 30) + 1;
      var answer = announce(program, head(program, ada), tooMuch);
      assertThat(answer).startsWith("HTTP/1.1 413");
      var stranger = head(program, new Visitor(program.port()));
      assertThat(announce(program, stranger, tooMuch)).startsWith("HTTP/1.1 403");
      assertThat(ada.get("/fr/staff").status()).isEqualTo(200);
      assertThat(program.said()).doesNotContain("OutOfMemory", "incident");
    }
  }

  /// The head of a request that sends the form of imports, without its length.
  private static String head(Program program, Visitor ada) {
    return "POST /fr/staff/imports/trials HTTP/1.1\r\nHost: localhost:"
        + program.port()
        + "\r\nConnection: close\r\nCookie: foyal="
        + ada.cookie("foyal")
        + "; foyal-form="
        + ada.cookie("foyal-form")
        + "\r\nContent-Type: multipart/form-data; boundary=x\r\n";
  }

  /// The form as a browser sends it: the proof that it is ours, then the file, up to its first
  /// line.
  private static String opening(Visitor ada) {
    return "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
        + ada.token(ada.get("/fr/staff/imports"))
        + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"exemple.csv\"\r\n\r\n"
        + "unknown,columns\n";
  }

  /// Only says how long it will be, then waits for the answer.
  private static String announce(Program program, String head, long length) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), program.port())) {
      socket.setSoTimeout(60_000);
      var out = socket.getOutputStream();
      out.write(
          (head + "Content-Length: " + length + "\r\n\r\n--x\r\n")
              .getBytes(StandardCharsets.UTF_8));
      out.flush();
      socket.shutdownOutput();
      return answer(socket);
    }
  }

  /// Sends a form with so many bytes of a file, with its length ahead or in chunks.
  private static String send(Program program, Visitor ada, long bytes, boolean chunked)
      throws IOException {
    var head = head(program, ada);
    var open = opening(ada).getBytes(StandardCharsets.UTF_8);
    var close = "\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8);
    var lines = "some text, of some file\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
    long pieces = bytes / lines.length;
    long length = open.length + pieces * lines.length + close.length;
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), program.port())) {
      socket.setSoTimeout(120_000);
      try {
        var out = new BufferedOutputStream(socket.getOutputStream(), MB);
        var way = chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + length;
        out.write((head + way + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        piece(out, open, chunked);
        for (long sent = 0; sent < pieces; sent++) {
          piece(out, lines, chunked);
        }
        piece(out, close, chunked);
        if (chunked) {
          out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
      } catch (SocketException refusedEarly) {
        // what it had answered before is read below
      }
      return answer(socket);
    }
  }

  private static void piece(OutputStream out, byte[] bytes, boolean chunked) throws IOException {
    if (chunked) {
      out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
    out.write(bytes);
    if (chunked) {
      out.write("\r\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String answer(Socket socket) throws IOException {
    var answer = new java.io.ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(answer);
    } catch (SocketException reset) {
      // as above
    }
    return answer.toString(StandardCharsets.UTF_8);
  }
}
