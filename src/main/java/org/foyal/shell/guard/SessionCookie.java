package org.foyal.shell.guard;

import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Takes the session's cookie as it is written: decoded from Base64, a forged one could hold signs
/// that the database refuses to look for.
@Configuration
class SessionCookie {
  @Bean
  DefaultCookieSerializerCustomizer plainCookie() {
    return cookie -> cookie.setUseBase64Encoding(false);
  }
}
