"""From folders and zips to checked hand-ins, each rebuilt from the release with the lab's own tests in it."""
