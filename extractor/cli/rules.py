"""`taizhang rules`: every rule by name, what it makes, an example, its source."""

from __future__ import annotations

import json
from typing import Annotated

import typer
from rich.table import Table

from extractor.cli.options import LexiconFolder, open_lexicon, out
from extractor.errors import RuleError
from extractor.extract import all_rules
from extractor.rule import Rule, Verdict

NAME = "rules"


def command(
    prefix: Annotated[
        str, typer.Argument(metavar="[PREFIX]", help="Only rules whose name begins so: items, year.plan …")
    ] = "",
    lexicon: LexiconFolder = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON lines instead of a table.")] = False,
) -> None:
    """List the rules: name, what each makes, an example, and where it comes from.

    Examples:

        taizhang rules

        taizhang rules redactions --json
    """
    rules = [rule for rule in all_rules(open_lexicon(lexicon)) if rule.name.startswith(prefix)]
    if not rules:
        raise RuleError(f"no rule whose name begins with {prefix!r}; `taizhang rules` lists them all")
    if as_json:
        for rule in rules:
            typer.echo(json.dumps(_described(rule), ensure_ascii=False))
        return
    table = Table("规则 rule", "所得 makes", "例 example", "出处 source", box=None, title_justify="left")
    for rule in rules:
        row = _described(rule)
        table.add_row(row["name"], row["makes"], row["example"], row["source"])
    out.print(table)
    out.print(f"{len(rules)} 条规则 rules")


def _described(rule: Rule | Verdict) -> dict[str, str]:
    sentence, found = next(iter(rule.finds.items()))
    makes = rule.says if isinstance(rule, Verdict) else rule.yields or rule.name.split(".")[0]
    return {"name": rule.name, "makes": makes, "example": f"{sentence} → {'、'.join(found)}", "source": rule.source}
