"""nbgrader's settings: solutions/ -> labs/, and how a hand-in is run."""

c = get_config()  # noqa: F821, nbgrader gives this name

c.CourseDirectory.course_id = "gan-course"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "labs"

# Cells are run in the reduced profile, by Validate and by autograde alike: a few seconds, not minutes.
c.Execute.timeout = 120
c.Execute.extra_arguments = [
    "--HistoryManager.hist_file=:memory:",
    "--IPKernelApp.exec_lines=import os; os.environ['COURSE_PROFILE'] = 'reduced'",
]
# A test cell that a student deleted comes back, and its points are lost, not forgotten.
c.OverwriteCells.add_missing_cells = True

c.ClearSolutions.code_stub = {
    "python": 'raise NotImplementedError("not written yet: put your code in the place of this line")'
}
c.ClearSolutions.text_stub = "*Write your answer here, in the place of this line.*"

# Feedback repeats no output of the grading run, which might hold a hidden test.
private = "grading.results.feedback.KeepPrivate"
c.GenerateFeedback.preprocessors = ["nbgrader.preprocessors.GetGrades", private]
