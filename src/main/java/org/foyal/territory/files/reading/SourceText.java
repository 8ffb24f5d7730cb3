package org.foyal.territory.files.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// A file that was read once from end to end, so that its encoding is known and not guessed.
///
/// @param compressed whether it is packed by gzip
/// @param charset UTF-8, or Windows-1252 (which contains Latin-1) where no letter is UTF-8
/// @param marked whether a byte order mark comes first
/// @param drawn whether it is JSON
/// @param endsInNewline whether its last line is closed
/// @param sha256 digest of the text, unpacked
public record SourceText(
    Path path,
    boolean compressed,
    Charset charset,
    boolean marked,
    boolean drawn,
    boolean endsInNewline,
    String sha256) {
  /// Files of a whole country fit; beyond, somebody has taken the wrong file.
  private static final long LARGEST = 2L << 30;

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /// Reads a file through, plain or compressed.
  ///
  /// @throws RowRefused when it is empty, too large, not text or of two encodings
  public static SourceText examine(Path path) throws IOException, RowRefused {
    boolean compressed = compressed(path);
    var digest = newDigest();
    var scan = new EncodingScan();
    try (var in = open(path, compressed)) {
      var piece = new byte[1 << 16];
      long size = 0;
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        size += n;
        if (size > LARGEST) {
          throw new RowRefused(Reason.TOO_LARGE, Long.toString(LARGEST >> 30));
        }
        digest.update(piece, 0, n);
        scan.take(piece, n);
      }
    } catch (ZipException | java.io.EOFException damaged) {
      throw new RowRefused(Reason.NOT_GZIP);
    }
    scan.end();
    return new SourceText(
        path,
        compressed,
        scan.windows() ? WINDOWS : StandardCharsets.UTF_8,
        scan.marked(),
        scan.opensAsJson(),
        scan.endsInNewline(),
        HexFormat.of().formatHex(digest.digest()));
  }

  /// The bytes of the text, after the byte order mark.
  public InputStream open() throws IOException {
    var in = open(path, compressed);
    if (marked) {
      in.skipNBytes(3);
    }
    return in;
  }

  private static InputStream open(Path path, boolean compressed) throws IOException {
    var in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    return compressed ? new GZIPInputStream(in, 1 << 16) : in;
  }

  private static boolean compressed(Path path) throws IOException {
    try (var in = Files.newInputStream(path)) {
      var magic = in.readNBytes(2);
      return magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
    }
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
