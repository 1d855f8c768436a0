// src/Instructure.GradeEvents.AspNetCore/README.md #1
