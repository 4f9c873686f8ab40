"""Hostile input: what is damaged and how, what is fed to what, and what of the program that has reached."""
