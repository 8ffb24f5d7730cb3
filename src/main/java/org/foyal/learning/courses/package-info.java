/// Courses: what people want to be able to do, what is taught for it, when and where; rooms,
/// trainers and equipment.
///
/// Owns the tables `need`, `course`, `course_need`, `session`, `session_left`, `series`, `resource`
/// and `occupation` of the schema `learning`. Façades: [Courses] and [Resources] for whoever reads
/// and enters, [Timetable] for whoever plans. Tells the house: [SessionChanged],
/// [Resources.TrainerChanged]; asks through [SeatsLeft]; tells the places what is to come there.
/// Door: [CoursesNightly] (time); the public pages stand in `published`, those of the staff in
/// `desk`. Calls [org.foyal.learning.places], `people` and the calendar of `cases`.
@org.springframework.modulith.NamedInterface("courses")
@org.jspecify.annotations.NullMarked
package org.foyal.learning.courses;
