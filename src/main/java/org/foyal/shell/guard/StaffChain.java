package org.foyal.shell.guard;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/// The one security chain, where the one kind of session lives: the staff's pages.
@Configuration
class StaffChain {
  @Bean
  SecurityFilterChain staffPages(HttpSecurity http) {
    return http.securityMatcher("/*/staff/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .build();
  }
}
