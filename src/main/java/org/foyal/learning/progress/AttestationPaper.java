package org.foyal.learning.progress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.foyal.learning.progress.Attestations.Named;
import org.foyal.shell.Page;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.paper.Paper;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Sets attestations on paper, each on a sheet of its own.
@Component
class AttestationPaper {
  private final Paper paper;
  private final SiteAddress site;

  AttestationPaper(Paper paper, SiteAddress site) {
    this.paper = paper;
    this.site = site;
  }

  ResponseEntity<byte[]> print(Page page, List<Named> all, String file) throws IOException {
    var out = new ByteArrayOutputStream();
    var check = site.get() + page.href("/attestation");
    paper.write(
        paper.draw(
            "learning/progress/attestations", Map.of("page", page, "all", all, "check", check)),
        out,
        page.say("learning.progress.attestation"),
        page.language());
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(file).build().toString())
        .body(out.toByteArray());
  }
}
