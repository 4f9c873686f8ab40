"""Many pairs: which ones, who checks them, where the results go."""
