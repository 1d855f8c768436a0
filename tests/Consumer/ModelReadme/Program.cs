// src/Instructure.GradeEvents/README.md #1
