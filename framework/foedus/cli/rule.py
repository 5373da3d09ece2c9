"""`foedus rule`: the page of a rule, as the reference has it."""

import click


@click.command("rule")
@click.argument("code", required=False)
@click.option("--all", "every", is_flag=True, help="Print every rule's page.")
def command(code: str | None, every: bool) -> None:
    """Explain the rule with CODE, such as T03; without CODE, list the rules."""
    from foedus.errors import Stop
    from foedus.nearest import did_you_mean
    from foedus.rules import RULES
    from foedus.rules.page import page

    pages = {rule.CODE: page(rule) for rule in RULES}
    if every:
        click.echo("\n".join(each.markdown() for each in pages.values()), nl=False)
    elif code is None:
        for each in pages.values():
            click.echo(f"{each.code}  {each.severity.word:<11}  {each.title}")
    elif code.upper() in pages:
        click.echo(pages[code.upper()].markdown(), nl=False)
    else:
        hint = did_you_mean(code.upper(), pages, "`foedus rule` lists them")
        raise Stop(f"no rule `{code}`; {hint}")
