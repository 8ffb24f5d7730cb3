package org.foyal.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import org.foyal.shell.crisis.CrisisSwitch;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;

/// Answers « not modified » to whoever already has the page: what is drawn depends on the data, by
/// its version, on the program, by when it started, and on whether the city is in a crisis, which
/// every page says.
@Component
public class Freshness {
  private final Instant started;
  private final CrisisSwitch crisis;

  Freshness(Clock clock, CrisisSwitch crisis) {
    this.crisis = crisis;
    started = clock.instant();
  }

  /// Sets `ETag` and `Last-Modified`, and, if the reader's copy is still good, answers 304: the
  /// door then draws nothing more.
  ///
  /// @param version changes whenever the data does
  /// @param changedAt when the data last changed
  public boolean unchanged(ServletWebRequest request, long version, Instant changedAt) {
    var said = crisis.changedAt();
    var data = changedAt.isAfter(said) ? changedAt : said;
    var later = data.isAfter(started) ? data : started;
    var tag =
        "W/\"" + Long.toString(version, 36) + "-" + Long.toString(later.toEpochMilli(), 36) + '"';
    var response = request.getResponse();
    if (response != null && response.getHeader("Cache-Control") == null) {
      response.setHeader("Cache-Control", "no-cache");
    }
    return told(request, request.checkNotModified(tag, later.toEpochMilli()));
  }

  /// The same for what is told apart by a mark of its own.
  public static boolean unchanged(ServletWebRequest request, String tag) {
    return told(request, request.checkNotModified(tag));
  }

  /// Whoever asked under a condition that does not hold (412) is told so in words.
  private static boolean told(ServletWebRequest request, boolean answered) {
    var response = request.getResponse();
    if (answered && response != null && response.getStatus() == 412) {
      try {
        response.sendError(412);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return answered;
  }
}
