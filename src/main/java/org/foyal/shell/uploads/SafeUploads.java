package org.foyal.shell.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// Takes a file from somebody's hands and gives back something that is safe to keep and to serve.
///
/// Never the bytes that came: a picture is decoded and made anew from its pixels (so that place,
/// name of the camera, profiles and anything hidden behind the picture are gone), a PDF is read and
/// written anew without what acts. What a file is, is told by its content. At most two files are
/// worked on at once; the others wait, or are asked to come back.
@Component
public class SafeUploads implements DisposableBean {
  /// Most bytes of a file that is sent.
  public static final int MOST_bytes = 15_000_000;

  /// Longest edge of a picture that is kept.
  public static final int EDGE_px = 2048;

  /// Most bytes of a picture that is kept.
  public static final int PICTURE_bytes = 300_000;

  private static final int THUMBNAIL_bytes = 40_000;

  private final Workbench bench = new Workbench(Duration.ofSeconds(30));

  SafeUploads() {}

  /// Takes a picture or a PDF from a form.
  public Taken take(MultipartFile file) {
    return take(file::getInputStream, false);
  }

  /// Takes a picture from a form, and nothing else.
  public Taken takePicture(MultipartFile file) {
    return take(file::getInputStream, true);
  }

  /// Takes a picture or a PDF from a stream that is at hand (a file, memory; not a network, which
  /// would keep others waiting); closes it, and never reads past the limit.
  public Taken take(InputStream file) {
    return take(() -> file, false);
  }

  /// Takes a picture from a stream that is at hand, and nothing else.
  public Taken takePicture(InputStream file) {
    return take(() -> file, true);
  }

  /// A small picture of one that was taken, within an edge.
  public Taken thumbnail(Taken.Picture picture, int longest_px) {
    return bench.work(() -> {
      var bytes = picture.content().bytes();
      return made(Kind.of(bytes), bytes, longest_px);
    });
  }

  private interface Source {
    InputStream open() throws IOException;
  }

  private Taken take(Source source, boolean onlyPictures) {
    return bench.work(() -> {
      byte[] file;
      try (var in = source.open()) {
        file = in.readNBytes(MOST_bytes + 1);
      }
      return look(file, onlyPictures);
    });
  }

  private static Taken look(byte[] file, boolean onlyPictures) throws IOException {
    if (file.length == 0) {
      return new Taken.Refused(Taken.Reason.EMPTY);
    }
    var kind = Kind.of(file);
    return switch (kind) {
      case JPEG, PNG, GIF, WEBP -> small(file) ? made(kind, file, EDGE_px) : tooBig();
      case PDF ->
          onlyPictures
              ? new Taken.Refused(Taken.Reason.NO_PICTURE)
              : small(file) ? DocumentMaking.make(file) : tooBig();
      case TELEPHONE_PICTURE -> new Taken.Refused(Taken.Reason.TELEPHONE_PICTURE);
      case MARKUP -> new Taken.Refused(Taken.Reason.MARKUP);
      case OFFICE -> new Taken.Refused(Taken.Reason.OFFICE);
      case UNKNOWN -> new Taken.Refused(Taken.Reason.UNKNOWN);
    };
  }

  private static boolean small(byte[] file) {
    return file.length <= MOST_bytes;
  }

  private static Taken tooBig() {
    return new Taken.Refused(Taken.Reason.TOO_BIG);
  }

  private static Taken made(Kind kind, byte[] file, int longest_px) throws IOException {
    return PictureMaking.make(
        PixelReading.read(kind, file),
        longest_px,
        longest_px < EDGE_px ? THUMBNAIL_bytes : PICTURE_bytes);
  }

  @Override
  public void destroy() {
    bench.close();
  }
}
