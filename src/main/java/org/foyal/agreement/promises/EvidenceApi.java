package org.foyal.agreement.promises;

import jakarta.servlet.http.HttpServletResponse;
import org.foyal.agreement.Agreements;
import org.foyal.shell.uploads.Served;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// The door to the files that prove something.
@RestController
class EvidenceApi {
  private final Agreements agreements;

  EvidenceApi(Agreements agreements) {
    this.agreements = agreements;
  }

  @GetMapping("/evidence/{id:[0-9]{1,18}}")
  ResponseEntity<byte[]> file(@PathVariable long id, HttpServletResponse response) {
    var file =
        agreements
            .findFile(id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return Served.answer(file.content(), file.mediaType(), "preuve-" + id, response);
  }
}
