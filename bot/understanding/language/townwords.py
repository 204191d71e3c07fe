"""What German makes of a town's name: "die *Berliner* Firma", "der *Münchner* Konzern", "*Kasseler*", "*Hannoveraner*".

All spellings that its rules allow; of most towns only one is in use, and the others are nobody's.
"""

_SHORTEST = 4


def townwords(name: str) -> tuple[str, ...]:
    """The adjectives of a town's name, which are its people, too; () for a name of several words or a short one."""
    if len(name) < _SHORTEST or not name.isalpha():
        return ()
    if name.endswith("en"):  # Dresdener, Dresdner, Bremer
        return (f"{name}er", f"{name[:-2]}ner", f"{name[:-2]}er")
    if name.endswith("el"):  # Kasseler, Basler
        return (f"{name}er", f"{name[:-2]}ler")
    if name.endswith("er"):  # Münsteraner
        return (f"{name}aner",)
    return (f"{name}r",) if name.endswith("e") else (f"{name}er",)
