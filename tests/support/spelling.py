"""Numbers spelt out in English and in Italian, by the grammar books."""

_EN_ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_EN_TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_IT_ONES = [
    "zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici",
    "dodici", "tredici", "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove",
]  # fmt: skip
_IT_TENS = [
    "_", "_", "venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta",
]  # fmt: skip


def english(number: int) -> str:
    """`two million three hundred and five thousand and twenty-one`, below a thousand million."""
    for size, name in ((1_000_000, "million"), (1_000, "thousand")):
        if number >= size:
            whole, rest = divmod(number, size)
            joiner = " and " if rest < 100 else " "
            return f"{english(whole)} {name}" + (joiner + english(rest) if rest else "")
    if number >= 100:
        whole, rest = divmod(number, 100)
        return f"{_EN_ONES[whole]} hundred" + (f" and {english(rest)}" if rest else "")
    if number >= 20:
        return _EN_TENS[number // 10] + (f"-{_EN_ONES[number % 10]}" if number % 10 else "")
    return _EN_ONES[number]


def italian(number: int) -> str:
    """`due milioni trecentocinquemilaventuno`, below a thousand million."""
    if number >= 1_000_000:
        whole, rest = divmod(number, 1_000_000)
        millions = "un milione" if whole == 1 else f"{_accented(italian(whole))} milioni"
        return millions + (f" e {italian(rest)}" if rest else "")
    if number >= 1_000:
        whole, rest = divmod(number, 1_000)
        thousands = "mille" if whole == 1 else f"{italian(whole).replace('tré', 'tre')}mila"
        return thousands + (italian(rest) if rest else "")
    return _accented(_below_a_thousand(number))


def _below_a_thousand(number: int) -> str:
    if number >= 100:
        whole, rest = divmod(number, 100)
        return ("" if whole == 1 else _IT_ONES[whole]) + "cento" + (_below_a_thousand(rest) if rest else "")
    if number >= 20:
        tens, ones = _IT_TENS[number // 10], number % 10
        if ones in (1, 8):  # ventuno, trentotto
            tens = tens[:-1]
        return tens + (_IT_ONES[ones] if ones else "")
    return _IT_ONES[number]


def _accented(word: str) -> str:
    """Compounds of *tre* take the accent: ventitré."""
    return word[:-3] + "tré" if word.endswith("tre") and word != "tre" else word
