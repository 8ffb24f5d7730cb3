package org.foyal.people;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Lets the first administrator of an empty city in: at each start, until there is one, a new link
/// is printed where only the machine's own engineer reads it.
@Component
@ConditionalOnWebApplication
class FirstAdministratorListener {
  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministratorListener.class);

  private final Invitations invitations;
  private final PeopleSettings settings;

  FirstAdministratorListener(Invitations invitations, PeopleSettings settings) {
    this.invitations = invitations;
    this.settings = settings;
  }

  @EventListener(ApplicationReadyEvent.class)
  void welcome() {
    invitations
        .firstAdministrator()
        .ifPresent(address ->
            LOG.info(
                "\n\n  This city has no administrator yet. Open this link once, within {} hours, to"
                    + " become the first:\n  {}\n",
                settings.firstAdministratorHours(),
                address));
  }
}
