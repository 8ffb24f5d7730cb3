package org.foyal.shell.database;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/// Writes one backup file: a compressed tar whose last entry, the manifest, has the SHA-256 of
/// every other, so that a cut or altered file is known before anything is restored.
final class BackupArchive implements AutoCloseable {
  static final String MANIFEST = "manifest.sha256";
  private static final int FILE_MODE = 0100600;
  private static final int FOLDER_MODE = 040700;

  private final TarArchiveOutputStream tar;
  private final Map<String, String> sums = new TreeMap<>();
  private long bytes;

  private BackupArchive(TarArchiveOutputStream tar) {
    this.tar = tar;
  }

  /// Opens a new file that only we may read: it holds the password of the database.
  static BackupArchive create(Path file) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    var quick = new GzipParameters();
    quick.setCompressionLevel(3);
    var packed =
        new GzipCompressorOutputStream(
            new BufferedOutputStream(Files.newOutputStream(file)), quick);
    var tar = new TarArchiveOutputStream(packed, "UTF-8");
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    return new BackupArchive(tar);
  }

  void addFolder(String name) throws IOException {
    var entry = new TarArchiveEntry(name + "/");
    entry.setMode(FOLDER_MODE);
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }

  void addText(String name, String text) throws IOException {
    var content = text.getBytes(StandardCharsets.UTF_8);
    add(name, new ByteArrayInputStream(content), content.length);
  }

  /// Adds a file of the size that it has now. It may be written meanwhile: what it grows by is left
  /// to the write-ahead log, what it shrinks by becomes zeros, as PostgreSQL's own tool does.
  void addFile(String name, Path file) throws IOException {
    long size = Files.size(file);
    try (var content = Files.newInputStream(file)) {
      add(name, content, size);
    }
  }

  private void add(String name, InputStream content, long size) throws IOException {
    var entry = new TarArchiveEntry(name);
    entry.setMode(FILE_MODE);
    entry.setSize(size);
    tar.putArchiveEntry(entry);
    var digest = sha256();
    var buffer = new byte[1 << 16];
    for (long left = size; left > 0; ) {
      int want = (int) Math.min(buffer.length, left);
      int read = content.readNBytes(buffer, 0, want);
      java.util.Arrays.fill(buffer, read, want, (byte) 0);
      tar.write(buffer, 0, want);
      digest.update(buffer, 0, want);
      left -= want;
    }
    tar.closeArchiveEntry();
    bytes += size;
    sums.put(name, HexFormat.of().formatHex(digest.digest()));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  int files() {
    return sums.size();
  }

  long bytes() {
    return bytes;
  }

  /// Writes the manifest; an archive closed without it is no backup.
  void finish() throws IOException {
    var manifest = new StringBuilder();
    sums.forEach((name, sum) -> manifest.append(sum).append("  ").append(name).append('\n'));
    addText(MANIFEST, manifest.toString());
    tar.finish();
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
