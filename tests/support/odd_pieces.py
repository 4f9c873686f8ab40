"""Pieces of text at which rules that read closely may stumble, in two languages and in none."""

ODD_PIECES = [
    "the", "of", "not", "never", "no", "di", "non", "mai", "né", "senza", "said", "ha detto", "more than",
    "più di", "Anna", "Rossi", "NATO", "ONU", "London", "Londra", "U.S.", "von der", "Torino²", "perché no",
    "allora", "3", "12.5", "3,5", "1.000", "2.00/300", "7/7", "’63", "(2)", "[9]", "XIV", "½", "3½", "5%",
    "€5", "$3bn", "1'27\"", "5 km", "10 °C", "May", "maggio", "Monday", "5/4/2021", "17.30", "9:15pm",
    "two", "venti", "mila", "half", "un terzo", "|---|", "====", "*", "<br>", "&amp;", "`git`", "—", "«",
    "»", "“", "”", "…", "?", "!", ".", ",", ";", ":", "mi\u00adlioni", "\u200e5", "5\u2060", "\u202e",
    "e\u0301", "\U0001f600", "你好", "Кто", "\u00a0", "\x0b", "vice", "president", "vicepresidente",
    "his wife", "sua sorella", "was sued by", "ha citato", "unless", "se", "only", "solo", "http://x.y/z",
    "(a)", "I.", "2.", "-", "Sgt", "Mr.", "dal", "al", "from", "to", "up", "in calo di", "50,000", "-5",
    "1/0", "10^9", "twice a day", "all’ora", "il 5 maggio 1999", "1999-05-05", "12:00 CET", "half past two",
    "hundred", "thousand", "million", "miliardi", "not yet", "già", "will", "avrebbe", "she", "lui",
]  # fmt: skip
