package org.foyal.fibre.premises;

import java.util.Optional;
import org.foyal.fibre.Held;

/// What an operator sells at a building, as the regulator's file of eligibility has it.
///
/// @param ref the building in the regulator's files
/// @param building the same in the files of whoever built the network; empty: not told
/// @param technology `FO` is fibre, `CU` copper, `4GF` fixed 4G
/// @param downClass the class of speed towards the home, for example `THD1G`
public record Offer(
    Held held,
    String ref,
    String building,
    String operator,
    String technology,
    String upClass,
    String downClass,
    Optional<Boolean> limited,
    Optional<Boolean> saturated) {}
