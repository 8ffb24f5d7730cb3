package org.foyal.people.keys;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// The door of the start: before the house opens, the keys are proved and all secrets are sealed by
/// the first of them. A command at the console does without: it may be the one that makes a new
/// key.
@Component
@ConditionalOnWebApplication
class SealListener implements SmartInitializingSingleton {
  private final Seal seal;

  SealListener(Seal seal) {
    this.seal = seal;
  }

  @Override
  public void afterSingletonsInstantiated() {
    seal.sealAll();
  }
}
