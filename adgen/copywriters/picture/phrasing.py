"""English noun phrases of image prompts: adjectives in their place, counted things, a and an."""

import re

NUMBERS = ("several", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_VESSELS = ("cup", "glass", "bowl", "plate", "bouquet", "basket", "bottle", "slice", "pair", "bunch", "loaf", "jar",
            "pot", "stack", "piece", "platter", "pan", "rack", "row", "field", "box", "bag")
_TAIL = re.compile(r" (?:of|with|on|in|and|at|by|under|beside|glazed|named|from|without|made) ")
_MASS = ("toast", "gelato", "kimchi", "tofu", "rice", "meat", "beef", "pork", "chicken", "duck", "squid", "octopus",
         "corn", "honey", "butter", "chocolate", "milk", "cheese", "fish", "shrimp", "crab", "cabbage", "lettuce",
         "garlic", "cream", "bread", "cake", "food", "water", "smoke", "laundry", "sportswear", "stationery",
         "furniture", "jewellery", "curry")
_IRREGULAR = {"person": "people", "child": "children", "woman": "women", "man": "men", "loaf": "loaves",
              "knife": "knives", "scarf": "scarves", "baby": "babies", "people": "people", "leaf": "leaves",
              "fish": "fish"}

ALONE = ("smiling", "running", "driving", "exercising", "stretching", "doing yoga", "swimming", "sleeping", "sitting",
          "standing", "lying down", "walking", "taking a walk", "studying", "washing a car", "having hair coloured",
          "having hair done", "taking a bath", "cooking", "cleaning")
"""Actions without an object; with 을 or 를 before them stands the way that is walked."""
_PAIRS = re.compile(r"\b(?:jeans|trousers|shorts|leggings|boots|shoes|sneakers|sandals|slippers|loafers|heels|gloves"
                    r"|socks|sunglasses|eyeglasses|pyjamas|sportswear|clothes)\b")


def adjoin(phrase: str, words: list[str]) -> str:
    """``phrase`` with adjectives: "a cup of coffee" + warm is "a cup of warm coffee", "roses" + red is "red roses"."""
    words = [word for word in dict.fromkeys(words) if not re.search(rf"\b{re.escape(word)}\b", phrase)]
    if not words:
        return phrase
    said = " ".join(words)
    vessel = rf"((?:an? |the )?(?:[\w-]+ )*?(?:{'|'.join(_VESSELS)})s? of )(an? |the )?"
    match = re.match(vessel, phrase)
    if match and match.group(1).count(" ") <= 4:
        return articled(f"{match.group(1)}{match.group(2) or ''}{said} {phrase[match.end():]}")
    match = re.match(rf"(?:an? |the |(?:{'|'.join(NUMBERS)}|many) )", phrase)
    start = match.end() if match else 0
    return articled(f"{phrase[:start]}{said} {phrase[start:]}")


def articled(phrase: str) -> str:
    """``phrase`` with a and an by the sound that follows."""
    phrase = re.sub(r"\ban? (?=[aeioAEIO]|u(?!n[ai]|s[eu]|k))", "an ", phrase)
    return re.sub(r"\ban (?=[^aeiouAEIOU\W]|u(?:n[ai]|s[eu]|k)|one|Euro)", "a ", phrase)


def counted(phrase: str, number: int, unit: str = "") -> str:
    """``phrase`` ``number`` times; 0 is "several", above twelve is "many". ``unit`` is a vessel or portion, or ""."""
    said = NUMBERS[number] if number < len(NUMBERS) else "many"
    bare = re.sub(r"^(?:an?|the) ", "", phrase)
    single = bare != phrase
    holds = single and re.match(rf"(?:[\w-]+ )*(?:{'|'.join(_VESSELS)}) of ", bare)
    if unit and not holds and not re.search(rf"\b{unit}", phrase):
        return articled(f"a {unit} of {bare}") if number == 1 else f"{said} {plural(unit)} of {bare}"
    head, tail = _parted(bare)
    last = head.split()[-1]
    if number == 1:
        if single or last in _MASS:
            return phrase
        return articled(f"a {_singular(head)}{tail}")
    if last in _MASS and not single:
        return f"{said} pieces of {bare}"
    tail = re.sub(r" on a (hanger|stand)\b", r" on \1s", tail)
    return f"{said} {plural(head) if single else head}{tail}"


def doing(who: str, action: str, what: str, how: str) -> str:
    """``who`` does ``action`` to ``what``: "a man wearing a red sweater". ``how`` is the way a place was entered."""
    if action == "baking" and re.search(r"\b(?:grill|pork|beef|meat|ribs|fish|skewers|lamb|duck)", what):
        action, what = "grilling", what.replace("grilled ", "")
    if action == "running" and re.search(r"\b(?:car|truck|motorcycle|scooter)\b", who):
        action = "driving"
    if action == "wearing":
        what = re.sub(r" on (?:a |an )?(?:stand|hangers?|rack)$|(?:neatly )?folded ", "", what)
        what = what if _PAIRS.search(what) else counted(what, 1)
    elif what and how and action in ALONE:
        what = f"{how} {what}"
    return f"{who} {action} {what}".strip()


def plural(head: str) -> str:
    """The plural of a noun, or of a noun phrase by its last word."""
    *first, last = head.split()
    if last in _IRREGULAR:
        last = _IRREGULAR[last]
    elif re.search(r"(?:s|x|ch|sh)$", last):
        last += "es"
    elif re.search(r"[^aeiou]y$", last):
        last = last[:-1] + "ies"
    else:
        last += "s"
    return " ".join([*first, last])


def _singular(head: str) -> str:
    *first, last = head.split()
    back = {many: one for one, many in _IRREGULAR.items()}
    if last in back:
        last = back[last]
    elif last.endswith("ies") and last not in ("cookies", "brownies", "beanies", "hoodies"):
        last = last[:-3] + "y"
    elif re.search(r"(?:ches|shes|xes|sses|oes)$", last) and last not in ("shoes", "canoes"):
        last = last[:-2]
    elif last.endswith("s") and not last.endswith("ss"):
        last = last[:-1]
    return " ".join([*first, last])


def _parted(bare: str) -> tuple[str, str]:
    """(head with what stands before it, what follows): "cold glass", " of beer"."""
    match = _TAIL.search(bare)
    return (bare[:match.start()], bare[match.start():]) if match else (bare, "")
