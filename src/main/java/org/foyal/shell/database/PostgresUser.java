package org.foyal.shell.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// PostgreSQL refuses to run as root: as root it runs in a user namespace of its own, or else as
/// nobody.
///
/// The server also gets a session of its own (`setsid`), so that Ctrl-C reaches the program alone
/// and the program stops the server when its last request is answered.
final class PostgresUser {
  private enum Way {
    PLAIN,
    NAMESPACE,
    SETPRIV,
    RUNUSER
  }

  /// Found out once: the machine stays the same, and a restore asks for each of a thousand files.
  private static final class OfThisMachine {
    private static final boolean OWN_SESSION = works("setsid", "true");
    private static final Way WAY = way();
  }

  private PostgresUser() {}

  /// The command as the right user, in a session of its own.
  static List<String> wrap(List<String> command) {
    var wrapped = new ArrayList<String>();
    if (OfThisMachine.OWN_SESSION) {
      wrapped.add("setsid");
    }
    wrapped.addAll(
        switch (OfThisMachine.WAY) {
          case PLAIN -> List.<String>of();
          case NAMESPACE -> List.of("unshare", "-U");
          case SETPRIV -> List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups");
          case RUNUSER -> List.of("runuser", "-u", "nobody", "--");
        });
    wrapped.addAll(command);
    return wrapped;
  }

  /// Gives a file to the user that PostgreSQL runs as, where that is another one.
  static void own(Path file) throws IOException {
    var way = OfThisMachine.WAY;
    if (way == Way.SETPRIV || way == Way.RUNUSER) {
      var nobody =
          file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
      var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
      if (view != null) {
        view.setOwner(nobody);
      }
    }
  }

  private static Way way() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return Way.PLAIN;
    }
    if (works("unshare", "-U", "true")) {
      return Way.NAMESPACE;
    }
    return works("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "true")
        ? Way.SETPRIV
        : Way.RUNUSER;
  }

  private static boolean works(String... command) {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 && said.isEmpty();
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
