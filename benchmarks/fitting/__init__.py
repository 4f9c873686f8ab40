"""Where the weights of the program come from: one module a model, each fitted by one function."""
