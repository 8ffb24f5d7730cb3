package org.foyal.shell;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Says on the console where the house stands once it is open, and that it closes.
@Component
class Greeting {
  private static final Logger LOG = LoggerFactory.getLogger(Greeting.class);

  private final Environment environment;
  private final ShellSettings settings;
  private boolean open;

  Greeting(Environment environment, ShellSettings settings) {
    this.environment = environment;
    this.settings = settings;
  }

  @EventListener(ApplicationReadyEvent.class)
  void welcome() {
    open = true;
    LOG.info(
        """
        Foyal is open.
          Look at  http://localhost:{}/
          Health   http://localhost:{}/health
          Kept in  {}
          Stop it with Ctrl-C.\
        """,
        environment.getProperty("local.server.port"),
        environment.getProperty("local.management.port"),
        settings.data().toAbsolutePath().normalize());
  }

  /// Told of every context that closes; the management port has one of its own.
  @EventListener
  void goodbye(ContextClosedEvent closing) {
    if (open && closing.getApplicationContext().getParent() == null) {
      LOG.info("Closing: the last requests are answered, then the database stops.");
    }
  }
}
