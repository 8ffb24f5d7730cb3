package org.foyal.shell.guard;

import jakarta.servlet.http.HttpServletResponse;

/// The security headers of every answer: our own scripts, styles and pictures and nobody else's, no
/// inline script, no frame, no address told to other sites.
public final class SafeHeaders {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private SafeHeaders() {}

  /// Sets them; a door that must differ may set its own afterwards.
  public static void set(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(self)");
  }
}
