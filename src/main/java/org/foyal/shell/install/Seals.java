package org.foyal.shell.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// Libraries whose jar is sealed: Java 25 defines their packages without the seal when it takes
/// their classes from its cache, then refuses every class of them that is not in the cache. So the
/// seal, which guards nothing here, is taken off the unpacked jars; their classes are left as they
/// are.
final class Seals {
  private Seals() {}

  /// Writes each sealed jar of a folder anew, and names them.
  static List<String> removeIn(Path folder) throws IOException {
    List<Path> jars;
    try (var files = Files.list(folder)) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    var written = new ArrayList<String>();
    for (var jar : jars) {
      if (removeFrom(jar)) {
        written.add(String.valueOf(jar.getFileName()));
      }
    }
    return written;
  }

  private static boolean removeFrom(Path jar) throws IOException {
    var making = jar.resolveSibling(jar.getFileName() + ".making");
    try (var sealed = new JarFile(jar.toFile())) {
      var manifest = sealed.getManifest();
      if (manifest == null || !unseal(manifest)) {
        return false;
      }
      write(sealed, manifest, making);
    }
    Files.setLastModifiedTime(making, Files.getLastModifiedTime(jar));
    Files.move(making, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  private static boolean unseal(Manifest manifest) {
    boolean sealed = manifest.getMainAttributes().remove(Name.SEALED) != null;
    for (var part : manifest.getEntries().values()) {
      sealed |= part.remove(Name.SEALED) != null;
    }
    return sealed;
  }

  private static void write(JarFile from, Manifest manifest, Path to) throws IOException {
    try (var out = new JarOutputStream(Files.newOutputStream(to), manifest)) {
      for (var entry : from.stream().toList()) {
        if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
          var copy = new java.util.jar.JarEntry(entry.getName());
          copy.setTime(entry.getTime());
          out.putNextEntry(copy);
          try (var content = from.getInputStream(entry)) {
            content.transferTo(out);
          }
          out.closeEntry();
        }
      }
    }
  }
}
