package org.foyal.fablab.projects;

import java.util.List;

/// A manifest of Open Know-How, as far as a project of ours is one (template 2.4 of `okh.toml`).
///
/// @param name of the thing
/// @param repo where it is kept
/// @param licence as an expression of SPDX
/// @param licensor who gives it
/// @param function what it is for
/// @param language of the documentation, as BCP 47 writes it
/// @param images,sources paths in the archive
public record Manifest(
    String name,
    String repo,
    String version,
    String licence,
    String licensor,
    String function,
    String language,
    List<String> images,
    List<String> sources) {
  /// The template that is written and read.
  public static final String OKHV = "2.4";

  /// Keeps the lists as they are.
  public Manifest {
    images = List.copyOf(images);
    sources = List.copyOf(sources);
  }
}
