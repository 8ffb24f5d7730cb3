package org.foyal.fibre.asking.sellers;

import java.util.List;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of who sells fibre in the city.
@Service
public class Sellers {
  private final SellerStore store;
  private final Trail trail;

  Sellers(SellerStore store, Trail trail) {
    this.store = store;
    this.trail = trail;
  }

  /// What can come of writing a line.
  public enum Writing {
    /// It stands.
    DONE,
    /// Another line has that name.
    NAME_TAKEN,
    /// Somebody else wrote first.
    OVERTAKEN
  }

  /// All lines, those that residents are shown first.
  @Transactional(readOnly = true)
  public List<Seller> list() {
    return store.list();
  }

  /// What residents are shown.
  @Transactional(readOnly = true)
  public List<Seller> listActive() {
    return store.list().stream().filter(Seller::active).toList();
  }

  /// What an operator of a file is called: as agents wrote it, else as it was entered with its
  /// code, else the code.
  @Transactional(readOnly = true)
  public String nameOf(String code) {
    return store.nameOf(code).orElse(code);
  }

  /// Writes a new line; the same form twice writes one.
  @Transactional
  public Writing add(Actor by, Seller made) {
    if (store.has(made.id(), made.name())) {
      return Writing.NAME_TAKEN;
    }
    if (store.add(made)) {
      trail.append(by.did("fibre.asking.act.seller", made.name()));
    }
    return Writing.DONE;
  }

  /// Changes a line.
  @Transactional
  public Writing update(Actor by, Seller changed) {
    if (store.has(changed.id(), changed.name())) {
      return Writing.NAME_TAKEN;
    }
    if (!store.update(changed)) {
      return Writing.OVERTAKEN;
    }
    trail.append(by.did("fibre.asking.act.seller", changed.name()));
    return Writing.DONE;
  }
}
