/// Courses: what people want to be able to do, what is taught for it, when and where; rooms,
/// trainers and equipment.
///
/// Owns the tables `need`, `course`, `session`, `series`, `resource` and `occupation` of the schema
/// `learning`. Façades: [Courses] for whoever reads, `Timetable` for whoever plans.
@org.jspecify.annotations.NullMarked
package org.foyal.learning.courses;
