package org.foyal.fablab.machines;

import java.util.UUID;

/// Told once it is committed that a machine can be used again, or no longer.
public record MachineStateChanged(UUID machine, boolean available) {}
