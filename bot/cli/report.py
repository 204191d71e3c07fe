"""What `check` found, collected check by check and printed at the end; knows the exit status."""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from bot.errors import Problem


class Report:
    """What was checked and what was found; shown at the end."""

    def __init__(self) -> None:
        self._lines: list[Text] = []
        self._problems = 0
        self._doubts = 0

    def add(self, what: str, problems: Iterable[Problem]) -> None:
        """One check with its problems."""
        found = tuple(problems)
        self._problems += len(found)
        if not found:
            self._lines.append(Text.assemble(("✓ ", "green"), what))
            return
        self._lines.append(Text.assemble(("✗ ", "red"), what, (f": {len(found)}", "bold red")))
        self._list(found)

    def warn(self, what: str, doubts: Iterable[Problem]) -> None:
        """One check whose findings are worth a look but don't make it fail."""
        found = tuple(doubts)
        self._doubts += len(found)
        self._lines.append(Text.assemble(("! ", "yellow") if found else ("✓ ", "green"), what))
        self._list(found)

    def remark(self, what: str, lines: Iterable[str] = (), *, well: bool) -> None:
        """One piece of advice, with a line for each case of it; never makes it fail."""
        self._lines.append(Text.assemble(("✓ ", "green") if well else ("· ", "cyan"), what))
        self._lines += [Text(f"    {line}") for line in lines]

    def _list(self, found: Iterable[Problem]) -> None:
        file = ""
        for problem in found:
            if problem.file != file:
                file = problem.file
                self._lines.append(Text.assemble("  ", (file, "bold")))
            line = f"{problem.line}: " if problem.line else ""
            value = Text.assemble(" = ", (problem.value, "yellow")) if problem.value else Text()
            if line or problem.key or problem.value:  # else it is of the file as a whole
                self._lines.append(Text.assemble("    ", (line, "dim"), (problem.key, "cyan"), value))
            self._lines.append(Text.assemble("      → ", problem.remedy))

    def skip(self, what: str, reason: str) -> None:
        """One check that wasn't made, and why."""
        self._lines.append(Text.assemble(("- ", "dim"), what, (f": not checked; {reason}", "dim")))

    def show(self, subject: str) -> int:
        """Print it; returns the exit status."""
        console = Console(highlight=False)
        console.print(Text(subject, style="bold"), soft_wrap=True)
        for line in self._lines:
            console.print(line, soft_wrap=True)
        style = "bold red" if self._problems else "bold yellow" if self._doubts else "bold green"
        console.print(Text(self._summary(), style=style))
        return 1 if self._problems else 0

    def _summary(self) -> str:
        """The last line; what is only advised doesn't count."""
        look = f"{self._doubts} to look at"
        if self._problems:
            return f"{self._problems} to mend, {look}" if self._doubts else f"{self._problems} to mend"
        return f"nothing to mend, {look}" if self._doubts else "all is well"
