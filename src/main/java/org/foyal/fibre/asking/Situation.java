package org.foyal.fibre.asking;

import java.time.LocalDate;
import java.util.Optional;
import org.foyal.fibre.premises.Building;
import org.foyal.fibre.premises.BuildingState;
import org.foyal.fibre.premises.Eligibility;
import org.foyal.fibre.rollout.CabinetState;

/// All that the files say of a building, as far as it decides the answer.
///
/// @param state empty where the source tells of none
/// @param cabinet empty where nothing is known of its cabinet
/// @param cabled DateCablageAdresse
/// @param opens from when the cabinet takes residents' orders, the gel of three months included
/// @param sellers what the regulator's file says of operators here; empty where it says nothing
/// @param networkTold whether the files of a network tell of buildings around this one
record Situation(
    Optional<BuildingState> state,
    Optional<CabinetState> cabinet,
    Optional<LocalDate> cabled,
    Optional<LocalDate> opens,
    Building.Consent consent,
    Optional<Eligibility.Operators> sellers,
    boolean networkTold,
    LocalDate today) {}
