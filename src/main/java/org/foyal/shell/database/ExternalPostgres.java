package org.foyal.shell.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.foyal.shell.StartRefused;

/// Looks at the city's own PostgreSQL before the house is built on it.
final class ExternalPostgres {
  private static final int OLDEST = 15;

  private ExternalPostgres() {}

  /// Passes when the server answers and is recent enough.
  ///
  /// @throws StartRefused when the address is not of PostgreSQL, nobody answers, the password is
  ///   wrong, or the server is too old
  static void check(String url, String user, String password) {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new StartRefused(
          "foyal.shell.database-url does not begin with jdbc:postgresql:, so it is no PostgreSQL.",
          "Write it as jdbc:postgresql://HOST:5432/DATABASE.");
    }
    var login = new Properties();
    login.setProperty("user", user);
    login.setProperty("password", password);
    login.setProperty("connectTimeout", "10");
    try (var connection = DriverManager.getConnection(url, login)) {
      checkVersion(connection.getMetaData().getDatabaseMajorVersion());
    } catch (SQLException e) {
      throw new StartRefused(
          "The external PostgreSQL can't be used: " + e.getMessage(),
          "Check that the server runs and that foyal.shell.database-url, database-user and"
              + " database-password are right; nothing was changed.",
          e);
    }
  }

  /// Passes for a version that our SQL is written for.
  static void checkVersion(int major) {
    if (major < OLDEST) {
      throw new StartRefused(
          "The external PostgreSQL is version " + major + "; Foyal needs 15 or later.",
          "Upgrade that server, or leave foyal.shell.database-url empty to use the embedded one.");
    }
  }
}
