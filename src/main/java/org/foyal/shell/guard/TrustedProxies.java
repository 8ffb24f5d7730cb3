package org.foyal.shell.guard;

import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.StartRefused;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// Believes what a reverse proxy says of the sender and of https, if the engineer named that proxy,
/// and nobody else: else a header would be enough to be another sender at each request.
@Component
class TrustedProxies implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
  private final List<String> proxies;

  TrustedProxies(ShellSettings settings) {
    this.proxies = settings.trustedProxies();
  }

  @Override
  public void customize(ConfigurableTomcatWebServerFactory server) {
    if (proxies.isEmpty()) {
      return;
    }
    var valve = new RemoteIpValve();
    valve.setInternalProxies(
        proxies.stream()
            .map(TrustedProxies::asTomcatWritesIt)
            .map(Pattern::quote)
            .collect(Collectors.joining("|")));
    valve.setRemoteIpHeader("X-Forwarded-For");
    valve.setProtocolHeader("X-Forwarded-Proto");
    server.addEngineValves(valve);
  }

  /// IPv6 without abbreviation, for example `0:0:0:0:0:0:0:1`.
  private static String asTomcatWritesIt(String address) {
    try {
      return InetAddress.ofLiteral(address.strip()).getHostAddress();
    } catch (IllegalArgumentException e) {
      throw new StartRefused(
          "foyal.shell.trusted-proxies names « " + address + " », which is no IP address.",
          "Write the addresses of your reverse proxies, with commas between them.",
          e);
    }
  }
}
