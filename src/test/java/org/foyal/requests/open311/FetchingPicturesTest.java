package org.foyal.requests.open311;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.foyal.HouseTest;
import org.foyal.requests.open311.RemotePictures.Fetched;
import org.foyal.shell.uploads.SafeUploads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// A picture that another program names by its address, fetched from a real server. The tests let
/// the fetcher reach this machine's 127.0.0.1, and nothing else.
@HouseTest
class FetchingPicturesTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  @Autowired SafeUploads uploads;

  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer server;
  private RemotePictures pictures;

  @BeforeEach
  void aServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(HERE, 0), 0);
    serve("/picture", 200, picture());
    serve("/page", 200, "<html>".getBytes(StandardCharsets.UTF_8));
    serve("/large", 200, new byte[SafeUploads.MOST_bytes + 10]);
    serve("/gone", 404, new byte[0]);
    leads("/moved", "/picture");
    leads("/round", "/round");
    leads("/file", "file:///etc/passwd");
    leads("/crooked", "/a b%zz.jpg");
    server.start();
    pictures = new RemotePictures(uploads, HERE::equals, Set.of(server.getAddress().getPort()));
  }

  @AfterEach
  void noServer() throws IOException {
    pictures.destroy();
    server.stop(0);
  }

  private void serve(String path, int status, byte[] body) {
    server.createContext(
        path,
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
  }

  private void leads(String path, String to) {
    server.createContext(
        path,
        exchange -> {
          asked.incrementAndGet();
          exchange.getResponseHeaders().add("Location", to);
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
  }

  private static byte[] picture() throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "jpg", out);
    return out.toByteArray();
  }

  private Fetched fetch(String path) throws InterruptedException {
    return pictures.fetch("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  @Test
  void aPictureIsFetchedAndMadeAnewAlsoBehindARedirect() throws Exception {
    assertThat(fetch("/picture")).isInstanceOf(Fetched.Picture.class);
    assertThat(fetch("/moved")).isInstanceOf(Fetched.Picture.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/page", "/large", "/gone", "/nothing", "/round", "/file", "/crooked"})
  void whatIsNoPictureIsNotTaken(String path) throws Exception {
    assertThat(fetch(path)).isInstanceOf(Fetched.Refused.class);
  }

  @Test
  void aRedirectIntoThePrivateNetworkIsNotFollowed() throws Exception {
    var port = server.getAddress().getPort();
    leads("/inside", "http://10.0.0.1:" + port + "/picture");
    assertThat(fetch("/inside")).isEqualTo(new Fetched.Refused("requests.open311.media.private"));
  }

  @Test
  void aServerOfThisMachineIsNeverAskedInEarnest() throws Exception {
    var earnest = new RemotePictures(uploads);
    try {
      for (var host : Set.of("127.0.0.1", "localhost", "[::1]", "0.0.0.0", "[::]")) {
        assertThat(earnest.fetch("http://" + host + "/picture"))
            .as(host)
            .isEqualTo(new Fetched.Refused("requests.open311.media.private"));
      }
      assertThat(earnest.fetch("http://127.0.0.1:" + server.getAddress().getPort() + "/picture"))
          .isEqualTo(new Fetched.Refused("requests.open311.media.address"));
    } finally {
      earnest.destroy();
    }
    assertThat(asked).hasValue(0);
  }
}
