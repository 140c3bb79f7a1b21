"""The instructor's side of the course: hand-ins in, marks and feedback out. Students do not get it."""

import sys

# jsonschema, which nbformat imports, would build a parser of web addresses with it at each start: 1.6 s.
sys.modules.setdefault("rfc3987_syntax", None)
