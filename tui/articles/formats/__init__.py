"""The formats of articles, one module each; `registry` lists them."""
