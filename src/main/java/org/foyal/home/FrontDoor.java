package org.foyal.home;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.foyal.shell.Pages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Sends whoever types the bare address to the front page in the language of their browser.
@Controller
class FrontDoor {
  private final Pages pages;

  FrontDoor(Pages pages) {
    this.pages = pages;
  }

  @GetMapping({"/", "/fr", "/en", "/gcf"})
  ResponseEntity<Void> enter(HttpServletRequest request) {
    return ResponseEntity.status(HttpStatus.FOUND)
        .location(URI.create(pages.of(request).href("/")))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }
}
