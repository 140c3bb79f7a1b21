"""The instructor's side of the course: hand-ins in, marks and feedback out. Students do not get it."""
