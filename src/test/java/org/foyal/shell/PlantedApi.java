package org.foyal.shell;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A data door such as rooms have, planted for hostile requests.
@RestController
class PlantedApi {
  record Lamp(String street, int number) {}

  @PostMapping(path = "/api/planted", consumes = "application/json")
  Lamp echo(@RequestBody Lamp lamp) {
    return lamp;
  }

  @PostMapping("/api/planted/form")
  Lamp fill(@RequestParam String street) {
    return new Lamp(street, 0);
  }

  /// As the turnstile sends the hasty away.
  @GetMapping({"/api/planted/hasty", "/planted/hasty"})
  void wait(HttpServletResponse response) throws IOException {
    response.setHeader("Retry-After", "7");
    response.sendError(429);
  }

  @GetMapping(path = "/api/planted", produces = "application/json")
  Lamp find(@RequestParam String street, @RequestParam int number) {
    return new Lamp(street, number);
  }
}
