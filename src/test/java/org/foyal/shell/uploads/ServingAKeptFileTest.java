package org.foyal.shell.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.foyal.HouseTest;
import org.foyal.shell.guard.UploadDoor;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// A door that takes files, planted in the real program and spoken to through a bare socket.
@HouseTest
@Import(ServingAKeptFileTest.PlantedPage.class)
class ServingAKeptFileTest {
  @LocalServerPort int port;
  @Autowired Words words;

  /// Takes a file and gives it back at once.
  @Controller
  static class PlantedPage {
    private final SafeUploads uploads;

    PlantedPage(SafeUploads uploads) {
      this.uploads = uploads;
    }

    @Bean
    static UploadDoor plantedDoor() {
      return new UploadDoor("/{language}/planted-file", 100_000);
    }

    @PostMapping("/planted-file")
    ResponseEntity<?> take(
        @RequestParam MultipartFile file, jakarta.servlet.http.HttpServletResponse response) {
      return switch (uploads.take(file)) {
        case Taken.Picture(var content, var type, _, _) ->
            Served.answer(content, type, "photo", response);
        case Taken.Document(var content, var type, _) ->
            Served.answer(content, type, "plan né", response);
        case Taken.Refused(var reason) ->
            ResponseEntity.unprocessableContent().body(reason.words());
      };
    }

    @GetMapping("/planted-file/{width}")
    ResponseEntity<byte[]> give(
        @PathVariable int width, jakarta.servlet.http.HttpServletResponse response) {
      var content = new Content(Planted.file("jpeg", Planted.photo(width, 20)));
      return Served.answer(content, "image/jpeg", "photo", response);
    }
  }

  private String send(String head, byte[] body) throws IOException {
    try (var line = new Socket("localhost", port)) {
      line.setSoTimeout(20_000);
      var out = new ByteArrayOutputStream();
      out.writeBytes(
          (head + "Host: localhost\r\nConnection: close\r\n\r\n")
              .getBytes(StandardCharsets.ISO_8859_1));
      out.writeBytes(body);
      line.getOutputStream().write(out.toByteArray());
      line.getOutputStream().flush();
      return head(line.getInputStream());
    }
  }

  /// Up to the empty line, and no further: the server may keep the line open for a body.
  private static String head(java.io.InputStream in) throws IOException {
    var head = new StringBuilder();
    for (int sign = in.read(); sign >= 0 && head.indexOf("\r\n\r\n") < 0; sign = in.read()) {
      head.append((char) sign);
    }
    return head.toString();
  }

  private static byte[] form(byte[] file) {
    var head =
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.html\"\r\nContent-Type: text/html\r\n\r\n";
    return Planted.joined(Planted.joined(Planted.text(head), file), Planted.text("\r\n--x--\r\n"));
  }

  private String post(String address, byte[] body, long announced) throws IOException {
    return send(
        "POST "
            + address
            + " HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=x\r\n"
            + (announced < 0
                ? "Transfer-Encoding: chunked\r\n"
                : "Content-Length: " + announced + "\r\n"),
        body);
  }

  private String post(String address, byte[] body) throws IOException {
    return post(address, body, body.length);
  }

  @Test
  void aPictureIsShownAndNeverActs() throws IOException {
    assertThat(post("/fr/planted-file", form(Planted.jpeg())))
        .startsWith("HTTP/1.1 200")
        .contains("Content-Type: image/jpeg")
        .contains("Content-Disposition: inline; filename=")
        .contains("Content-Security-Policy: sandbox; default-src 'none'\r\n")
        .contains("X-Content-Type-Options: nosniff\r\n")
        .doesNotContain("script-src");
  }

  @Test
  void aSecondLookCostsAnEmptyAnswer() throws IOException {
    var first = send("GET /fr/planted-file/30 HTTP/1.1\r\n", new byte[0]);
    assertThat(first).startsWith("HTTP/1.1 200").contains("Cache-Control: max-age=3600, public");
    var tag = first.replaceAll("(?s).*ETag: (\"[0-9a-f]{64}\").*", "$1");
    var again =
        send("GET /fr/planted-file/30 HTTP/1.1\r\nIf-None-Match: " + tag + "\r\n", new byte[0]);
    assertThat(again).startsWith("HTTP/1.1 304");
    assertThat(
            send("GET /fr/planted-file/31 HTTP/1.1\r\nIf-None-Match: " + tag + "\r\n", new byte[0]))
        .startsWith("HTTP/1.1 200");
  }

  /// Of the large bodies only the start is sent: whoever waited for the rest would wait for ever.
  @Test
  void aDoorsOwnLimitHoldsBeforeTheBodyIsRead() throws IOException {
    var start = new byte[1000];
    assertThat(post("/en/planted-file", start, 90_000_000_000L)).startsWith("HTTP/1.1 413");
    assertThat(post("/en/%70lanted-file", start, 5_000_000)).startsWith("HTTP/1.1 413");
    assertThat(post("/en/planted-file", new byte[100_001])).startsWith("HTTP/1.1 413");
    assertThat(post("/en/planted-file", Planted.text("0\r\n\r\n"), -1)).startsWith("HTTP/1.1 411");
  }

  @Test
  void aDoorThatTakesNoFilesReadsNone() throws IOException {
    assertThat(post("/en/letters/stop/x", new byte[1000], 5_000_000)).startsWith("HTTP/1.1 415");
    assertThat(post("/en/", form(Planted.jpeg()))).startsWith("HTTP/1.1 415");
  }

  @Test
  void everyReasonHasWordsInEveryLanguage() {
    for (var reason : Taken.Reason.values()) {
      for (var language : Language.values()) {
        assertThat(words.has(language, reason.words())).as(reason + " " + language).isTrue();
      }
    }
  }
}
