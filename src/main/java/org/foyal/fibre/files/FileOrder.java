package org.foyal.fibre.files;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.foyal.fibre.files.reading.Projection;

/// What somebody asks to bring in, and how.
///
/// @param fileName what the person calls it; a name of Interop'Fibre says its operator and day
/// @param terms what the file does not say of itself
/// @param communes codes of the communes that are taken; empty: all
/// @param complete whether what is not in the file is gone
/// @param goneConfirmed how many buildings somebody has confirmed to be gone
/// @param trial whether nothing is to be changed
public record FileOrder(
    Path file,
    String fileName,
    Terms terms,
    Set<String> communes,
    boolean complete,
    OptionalLong goneConfirmed,
    boolean trial) {
  /// What the file does not say of itself.
  ///
  /// @param operator whose network it tells of; empty: what its name says
  /// @param asOf the day that it speaks of; empty: what its name says
  /// @param projection the projection that counts, whatever its rows say; empty: what they say
  /// @param restrictedTo the operator for whom whoever brings it may speak; empty: for all
  /// @param example whether a demonstration invented all of it
  public record Terms(
      Optional<String> operator,
      Optional<LocalDate> asOf,
      Optional<Projection> projection,
      Optional<String> restrictedTo,
      boolean example) {
    /// The file says it all.
    public static final Terms NONE =
        new Terms(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    /// The same, of what a demonstration invented.
    public Terms asExample() {
      return new Terms(operator, asOf, projection, restrictedTo, true);
    }
  }

  /// The plainest order: all of a file that says it all.
  public static FileOrder of(Path file) {
    return new FileOrder(
        file,
        String.valueOf(file.getFileName()),
        Terms.NONE,
        Set.of(),
        false,
        OptionalLong.empty(),
        false);
  }

  /// The same under other terms.
  public FileOrder with(Terms other) {
    return new FileOrder(file, fileName, other, communes, complete, goneConfirmed, trial);
  }

  /// The same for some communes only.
  public FileOrder with(Set<String> some) {
    return new FileOrder(file, fileName, terms, some, complete, goneConfirmed, trial);
  }

  /// The same, where what is not in the file is gone.
  public FileOrder asComplete(OptionalLong confirmed) {
    return new FileOrder(file, fileName, terms, communes, true, confirmed, trial);
  }

  /// The same, as a trial.
  public FileOrder asTrial() {
    return new FileOrder(file, fileName, terms, communes, complete, goneConfirmed, true);
  }
}
