"""What is drawn, without anything that draws: the state, the edition, the layout, the marks and the words.

Pure values and functions; no Textual. Widgets paint what is made here, keys go through `motions`.
"""
