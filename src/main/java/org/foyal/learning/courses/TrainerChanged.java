package org.foyal.learning.courses;

import java.util.UUID;

/// Told once a trainer is out of use, or their account is another one or none.
public record TrainerChanged(UUID trainer) {}
