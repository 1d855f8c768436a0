// src/Instructure.GradeEvents.Validation/README.md #1
