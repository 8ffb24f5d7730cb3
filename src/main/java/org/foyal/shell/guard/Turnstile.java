package org.foyal.shell.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.foyal.shell.ShellSettings;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets each sender through at a human pace and asks the hasty to wait (429 with `Retry-After`).
///
/// A sender is an IPv4 address or an IPv6 /64, the smallest piece that one subscriber holds. Pages
/// and forms are counted apart, so that a reader behind a shared address is not shut out by a flood
/// of forms. At most 100,000 senders are remembered; the longest silent is forgotten first.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class Turnstile extends OncePerRequestFilter {
  private final Cache<String, Bucket> pages;
  private final Cache<String, Bucket> forms;
  private final ShellSettings settings;

  Turnstile(ShellSettings settings) {
    this.settings = settings;
    pages = senders();
    forms = senders();
  }

  private static Cache<String, Bucket> senders() {
    return Caffeine.newBuilder()
        .maximumSize(100_000)
        .expireAfterAccess(Duration.ofMinutes(10))
        .build();
  }

  /// Devices come at a pace of their own, which their door keeps.
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var address = request.getRequestURI();
    return address.startsWith("/assets/") || address.startsWith("/v1.1/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var sender = Sender.of(request.getRemoteAddr());
    boolean reads = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
    var bucket =
        reads
            ? pages.get(sender, _ -> bucket(settings.pagesPerMinute()))
            : forms.get(sender, _ -> bucket(settings.formsPerMinute()));
    var probe = bucket.tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed()) {
      chain.doFilter(request, response);
    } else {
      long wait_s = 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
      response.setHeader("Retry-After", Long.toString(wait_s));
      response.sendError(429);
    }
  }

  private static Bucket bucket(int perMinute) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .build();
  }
}
