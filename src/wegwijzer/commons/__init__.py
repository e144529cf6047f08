"""The shared library of the regions: pictures, projects, instruments, definitions, expertise."""
