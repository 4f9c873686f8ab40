"""One module a format; each ends in `FORMATS`, what it writes: a new module here is all it takes."""
