package org.foyal.requests.published;

import jakarta.servlet.http.HttpServletResponse;
import org.foyal.requests.Requests;
import org.foyal.shell.uploads.Served;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// Gives the pictures of reports that are shown.
@Controller
class PhotoApi {
  private final Requests requests;

  PhotoApi(Requests requests) {
    this.requests = requests;
  }

  @GetMapping("/photos/{number:[0-9]{1,18}}")
  ResponseEntity<byte[]> photo(@PathVariable long number, HttpServletResponse response) {
    var photo =
        requests
            .photo(number, false)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return Served.answer(photo.content(), photo.mediaType(), "photo-" + number, response);
  }
}
