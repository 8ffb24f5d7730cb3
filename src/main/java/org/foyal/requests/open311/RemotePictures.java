package org.foyal.requests.open311;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.util.Timeout;
import org.foyal.requests.Draft;
import org.foyal.shell.uploads.Content;
import org.foyal.shell.uploads.SafeUploads;
import org.foyal.shell.uploads.Taken;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;
import org.springframework.stereotype.Component;

/// Fetches the picture that a `media_url` names, from the public internet alone: a stranger must
/// not make the city's server knock at the city's own machines.
///
/// What an address is, is asked where the connection is made, so that a name that changes its mind
/// between two questions leads nowhere else; each redirect is looked at anew. Few at once, none
/// longer than some seconds, none larger than a picture from a form.
@Component
class RemotePictures implements DisposableBean {
  /// What is not of the public internet beyond what the frame knows: the blocks of the registries
  /// of special-purpose addresses (RFC 6890) and the ways to write an IPv4 address as another.
  private static final List<String> SPECIAL =
      List.of(
          "0.0.0.0/8",
          "100.64.0.0/10",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4",
          "64:ff9b::/96",
          "64:ff9b:1::/48",
          "100::/64",
          "2001::/23",
          "2001:db8::/32",
          "2002::/16",
          "3fff::/20",
          "ff00::/8");

  private static final Set<Integer> PORTS = Set.of(-1, 80, 443);
  private static final int LONGEST_ADDRESS = 2000;
  private static final int MOST_REDIRECTS = 3;
  private static final int AT_ONCE = 4;
  private static final int WAIT_s = 5;
  private static final int CONNECT_s = 3;
  private static final int SILENCE_s = 5;
  private static final int WHOLE_s = 15;

  private final InetAddressMatcher reachable;
  private final Set<Integer> ports;
  private final SafeUploads uploads;
  private final CloseableHttpClient client;
  private final Semaphore atOnce = new Semaphore(AT_ONCE);

  @Autowired
  RemotePictures(SafeUploads uploads) {
    this(uploads, InetAddressMatchers.matchExternal().excludeAddresses(SPECIAL).build(), PORTS);
  }

  /// One that reaches other addresses, for tests on a machine without the internet.
  RemotePictures(SafeUploads uploads, InetAddressMatcher reachable, Set<Integer> ports) {
    this.uploads = uploads;
    this.reachable = reachable;
    this.ports = Set.copyOf(ports);
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(new Public())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(Timeout.ofSeconds(CONNECT_s))
                            .setSocketTimeout(Timeout.ofSeconds(SILENCE_s))
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(Timeout.ofSeconds(SILENCE_s))
                    .setRedirectsEnabled(false)
                    .build())
            .disableAutomaticRetries()
            .disableContentCompression()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
  }

  /// What can come of fetching.
  sealed interface Fetched {
    /// It is here, made anew.
    record Picture(Draft.Photo photo) implements Fetched {}

    /// It is not.
    ///
    /// @param problem the key of the words that say why
    record Refused(String problem) implements Fetched {}

    /// Others are being fetched; it may be asked again in a while.
    record Busy() implements Fetched {}
  }

  /// What came over the wire.
  private sealed interface Step {
    /// @param to nothing where it can't be read
    record Moved(Optional<String> to) implements Step {}

    record Whole(Content file) implements Step {}

    record Failed(String problem) implements Step {}
  }

  /// Fetches a picture.
  Fetched fetch(String address) throws InterruptedException {
    if (!atOnce.tryAcquire(WAIT_s, TimeUnit.SECONDS)) {
      return new Fetched.Busy();
    }
    try {
      return follow(address);
    } finally {
      atOnce.release();
    }
  }

  private Fetched follow(String address) {
    var patience =
        CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(WHOLE_s, TimeUnit.SECONDS));
    var next = read(address);
    for (int step = 0; step <= MOST_REDIRECTS && !patience.isDone(); step++) {
      if (next.isEmpty()) {
        return new Fetched.Refused("requests.open311.media.address");
      }
      switch (get(next.get(), patience)) {
        case Step.Moved(var to) -> next = to.flatMap(this::read);
        case Step.Whole(var file) -> {
          return taken(file);
        }
        case Step.Failed(String problem) -> {
          return new Fetched.Refused(problem);
        }
      }
    }
    return new Fetched.Refused("requests.open311.media.away");
  }

  /// An address that may be asked at all: http or https, a name, no password, a usual port.
  private Optional<URI> read(String address) {
    if (address.length() > LONGEST_ADDRESS) {
      return Optional.empty();
    }
    try {
      var uri = new URI(address);
      var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean fits =
          Set.of("http", "https").contains(scheme)
              && uri.getHost() != null
              && uri.getUserInfo() == null
              && ports.contains(uri.getPort());
      return fits ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  /// @param patience ends when the whole has lasted long enough, however many redirects it took
  private Step get(URI address, CompletableFuture<Void> patience) {
    var request = new HttpGet(address);
    var _ = patience.thenRun(request::cancel);
    try {
      new Public().resolve(address.getHost().replaceAll("[\\[\\]]", ""));
      return client.execute(request, response -> answer(address, response));
    } catch (NotPublic _) {
      return new Step.Failed("requests.open311.media.private");
    } catch (IOException _) {
      return new Step.Failed("requests.open311.media.away");
    }
  }

  private static Step answer(URI asked, ClassicHttpResponse response) throws IOException {
    var moved = response.getFirstHeader(HttpHeaders.LOCATION);
    if (response.getCode() / 100 == 3 && moved != null) {
      return new Step.Moved(beside(asked, moved.getValue()));
    }
    var entity = response.getEntity();
    if (response.getCode() != 200 || entity == null) {
      return new Step.Failed("requests.open311.media.away");
    }
    try (var in = entity.getContent()) {
      return new Step.Whole(new Content(in.readNBytes(SafeUploads.MOST_bytes + 1)));
    }
  }

  /// Where a redirect leads, seen from the address that answered with it.
  private static Optional<String> beside(URI asked, String to) {
    try {
      return Optional.of(asked.resolve(new URI(to)).toString());
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private Fetched taken(Content file) {
    return switch (uploads.takePicture(new ByteArrayInputStream(file.bytes()))) {
      case Taken.Picture picture ->
          new Fetched.Picture(new Draft.Photo(picture.content(), picture.mediaType()));
      case Taken.Document _ -> new Fetched.Refused(Taken.Reason.NO_PICTURE.words());
      case Taken.Refused(Taken.Reason reason) -> new Fetched.Refused(reason.words());
    };
  }

  /// A name of which one address at least is no public one.
  private static final class NotPublic extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    NotPublic(String host) {
      super(host);
    }
  }

  /// Finds the addresses of a name, all of them public or none.
  private final class Public implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      var found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
      for (var address : found) {
        if (!reachable.matches(address)) {
          throw new NotPublic(host);
        }
      }
      return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  @Override
  public void destroy() throws IOException {
    client.close();
  }
}
