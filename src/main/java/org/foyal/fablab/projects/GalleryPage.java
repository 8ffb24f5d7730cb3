package org.foyal.fablab.projects;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.fablab.machines.LabEntry;
import org.foyal.shell.uploads.Served;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The public web door to what people made: the gallery, each project, its files, its manifest.
@Controller
@RequestMapping("/fablab/projects")
class GalleryPage {
  private static final int MOST = 200;
  private static final String ID = "/{id:[0-9a-f]{8}-[0-9a-f-]{27}}";

  private final Projects projects;

  GalleryPage(Projects projects) {
    this.projects = projects;
  }

  @Bean
  static LabEntry projectsEntry() {
    return new LabEntry("/fablab/projects", "fablab.projects", 50);
  }

  @GetMapping
  ModelAndView list() {
    List<Project> all = projects.gallery(MOST);
    return new ModelAndView("fablab/projects/gallery").addObject("projects", all);
  }

  @GetMapping(ID)
  ModelAndView one(@PathVariable UUID id) {
    return new ModelAndView("fablab/projects/one").addObject("project", shown(id));
  }

  private Project shown(UUID id) {
    return there(projects.find(id));
  }

  private static <T> T there(Optional<T> found) {
    return found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @GetMapping(ID + "/files/{file:[0-9]{1,18}}")
  ResponseEntity<byte[]> file(
      @PathVariable UUID id, @PathVariable long file, HttpServletResponse response) {
    return answer(there(projects.file(shown(id), file)), response);
  }

  /// A picture is shown; all else is downloaded, and acts in no browser.
  static ResponseEntity<byte[]> answer(Kept kept, HttpServletResponse response) {
    var name = kept.name();
    if (kept.type().equals("image/jpeg")
        || kept.type().equals("image/png")
        || kept.type().equals("application/pdf")) {
      return Served.answer(
          kept.content(), kept.type(), name.substring(0, name.lastIndexOf('.')), response);
    }
    return download(kept.content().bytes(), "application/octet-stream", name, response);
  }

  private static ResponseEntity<byte[]> download(
      byte[] bytes, String type, String name, HttpServletResponse response) {
    guard(response);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
        .body(bytes);
  }

  private static void guard(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    response.setHeader("X-Content-Type-Options", "nosniff");
  }

  private static String attachment(String name) {
    return ContentDisposition.attachment().filename(name).build().toString();
  }

  @GetMapping(ID + "/okh.toml")
  ResponseEntity<byte[]> manifest(@PathVariable UUID id, HttpServletResponse response) {
    var text = projects.manifest(shown(id));
    return download(
        text.getBytes(StandardCharsets.UTF_8), "application/toml", "okh.toml", response);
  }

  @GetMapping(ID + "/project.zip")
  void archive(@PathVariable UUID id, HttpServletResponse response) throws IOException {
    var project = shown(id);
    guard(response);
    response.setContentType("application/zip");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment("project.zip"));
    projects.archive(project, response.getOutputStream());
  }
}
