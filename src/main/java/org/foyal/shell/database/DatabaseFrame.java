package org.foyal.shell.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.foyal.shell.Console;
import org.foyal.shell.ShellSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Gives the rooms their one `DataSource`: of our own PostgreSQL, or of the city's.
@Configuration
class DatabaseFrame {
  @Bean(destroyMethod = "close")
  DataFolder dataFolder(ShellSettings settings, Environment environment) {
    return environment.getProperty(Console.MODE, Boolean.class, false)
        ? DataFolder.takeOrJoin(settings.data())
        : DataFolder.take(settings.data());
  }

  @Bean(destroyMethod = "close")
  @Conditional(NoExternalServer.class)
  EmbeddedPostgres embeddedPostgres(DataFolder folder) {
    return folder.joined() ? EmbeddedPostgres.join(folder) : EmbeddedPostgres.start(folder);
  }

  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(
      ShellSettings settings, DataFolder folder, ObjectProvider<EmbeddedPostgres> embedded) {
    var own = embedded.getIfAvailable();
    if (own == null) {
      ExternalPostgres.check(
          settings.databaseUrl(), settings.databaseUser(), settings.databasePassword());
    }
    var config = new HikariConfig();
    config.setPoolName("foyal");
    config.setMaximumPoolSize(settings.databaseConnections());
    config.setAutoCommit(true);
    config.addDataSourceProperty("ApplicationName", "foyal");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.setJdbcUrl(own == null ? settings.databaseUrl() : own.url());
    config.setUsername(own == null ? settings.databaseUser() : own.user());
    config.setPassword(own == null ? settings.databasePassword() : own.password());
    config.setConnectionTimeout(10_000);
    return new HikariDataSource(config);
  }

  static class NoExternalServer implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata where) {
      return context.getEnvironment().getProperty("foyal.shell.database-url", "").isBlank();
    }
  }
}
