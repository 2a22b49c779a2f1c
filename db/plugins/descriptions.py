"""Titles and descriptions of tables and columns: asked for by Datasette 0.65, told to Datasette 1.0 at startup."""

from __future__ import annotations

from typing import Any

from datasette import hookimpl

from extractor.site import access, cells, descriptions, facts


@hookimpl
def get_metadata(datasette: Any, key: str | None, database: str | None, table: str | None) -> dict[str, Any]:
    return descriptions.metadata(database, table)


@hookimpl
def startup(datasette: Any) -> Any:
    async def tell() -> None:
        for name in datasette.databases:
            for table, words in descriptions.table_words().items():
                await datasette.set_resource_metadata(name, table, "title", words.name.both)
                await datasette.set_resource_metadata(name, table, "description", words.title.both)
                for column, said in words.columns.items():
                    await datasette.set_column_metadata(name, table, column, "description", said.both)

    return tell if hasattr(datasette, "set_column_metadata") else None


@hookimpl
def extra_template_vars(datasette: Any, database: str | None, table: str | None) -> Any:
    async def words() -> dict[str, Any]:
        return {
            "ledger": await access.find_ledger(datasette),
            "table_words": descriptions.table_words(),
            "list_columns": descriptions.LIST_COLUMNS,
            "empty_words": descriptions.EMPTY,
            "facet_words": cells.WORDS,
            "operator_words": descriptions.OPERATORS,
            "look_up_labels": await access.look_up_labels(datasette, database) if database else {},
            "code_tables": descriptions.CODE_TABLES,
            "place_tables": (*facts.KINDS, "directives"),
        }

    return words


@hookimpl
def prepare_jinja2_environment(env: Any, datasette: Any) -> None:
    env.filters["as_listed"] = descriptions.as_listed
    env.filters["in_order"] = descriptions.in_order
    env.globals["told"] = descriptions.told
