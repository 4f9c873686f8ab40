"""afronte: two versions of an article side by side.

Data flows one way, and each room imports only those before it: `articles`, `alignment`, `comparison`,
`translation`, `desk`, `reports`, `reader`; `cli` knows them all.
"""
