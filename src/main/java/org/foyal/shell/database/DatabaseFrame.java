package org.foyal.shell.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.foyal.shell.ShellSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Gives the rooms their one `DataSource`: of our own PostgreSQL, or of the city's.
@Configuration
class DatabaseFrame {
  @Bean(destroyMethod = "close")
  DataFolder dataFolder(ShellSettings settings) {
    return DataFolder.take(settings.data());
  }

  @Bean(destroyMethod = "close")
  @ConditionalOnExpression("'${foyal.shell.database-url:}'.isEmpty()")
  EmbeddedPostgres embeddedPostgres(DataFolder folder) {
    return EmbeddedPostgres.start(folder);
  }

  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(
      ShellSettings settings,
      DataFolder folder,
      org.springframework.beans.factory.ObjectProvider<EmbeddedPostgres> embedded) {
    var own = embedded.getIfAvailable();
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
}
