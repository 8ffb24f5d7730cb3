package org.foyal.people;

import java.time.Clock;
import java.time.Duration;
import org.foyal.people.keys.Throttle;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Ends retentions, each night: links that shut, invitations that nobody took for a month,
/// attempts. Sessions that ended are deleted within a minute by Spring Session itself.
@Component
@EnableScheduling
class PeopleNightly {
  private static final Duration UNTAKEN = Duration.ofDays(30);

  private final Links links;
  private final AccountStore accounts;
  private final Throttle throttle;
  private final Clock clock;

  PeopleNightly(Links links, AccountStore accounts, Throttle throttle, Clock clock) {
    this.links = links;
    this.accounts = accounts;
    this.throttle = throttle;
    this.clock = clock;
  }

  @Scheduled(cron = "0 30 3 * * *")
  @Transactional
  public void forgetOld() {
    links.forgetOld();
    accounts.forgetInvitedBefore(clock.instant().minus(UNTAKEN));
    throttle.forgetOld();
  }
}
