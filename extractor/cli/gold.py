"""`taizhang gold`: annotate speeches by hand, check the annotations, turn them into gold."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.options import Database, LexiconFolder, find_speech, open_lexicon
from extractor.errors import ReadError
from extractor.extract import extract
from extractor.gold import annotation, files
from extractor.gold.files import Annotation, Checked
from extractor.gold.skeleton import draw_skeleton
from extractor.reading import Input, read_speech

NAME = "gold"
app = typer.Typer(help="Annotate speeches by hand: a skeleton, its check, the gold that `score` reads.",
                  no_args_is_help=True)  # fmt: skip
Texts = Annotated[
    list[Path] | None,
    typer.Option("--texts", metavar="DIR", help="Folders of the texts; else beside the file, and the ledger."),
]
Force = Annotated[bool, typer.Option("--force", help="Overwrite the file if it is there.")]


@app.command("new")
def new(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A file, or a source (or its end) in the ledger.")],
    db: Database,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to; else NAME.labels.tsv; - prints it.")
    ] = None,
    start: Annotated[
        Path | None, typer.Option("--from", metavar="GOLD", help="Start from this .gold.json, every line judged.")
    ] = None,
    lexicon: LexiconFolder = None,
    force: Force = False,
) -> None:
    """Write an annotation skeleton of a speech: every place to judge, with what the extractors say as suggestions.

    The file is tab separated: fill it in with a spreadsheet or a text editor. Its first lines say how.

    Examples:

        taizhang gold new speeches/01.txt

        taizhang gold new 01.txt -o gold/01.labels.tsv

        taizhang gold new 01.txt --from gold/01.gold.json
    """
    speech, words = find_speech(source, db), open_lexicon(lexicon)
    codes = annotation.allowed_codes(words)
    target = output or Path(f"{Path(speech.source).stem}{files.LABELS}")
    path = os.path.relpath(source, target.parent) if Path(source).is_file() else ""
    if start:
        checked = files.check(files.read_annotation(start), speech.text, codes)
        _refuse(start, checked)
        labels = draw_skeleton(checked.gold, speech.text, codes, judged=True, path=path)
    else:
        found = extract(speech, words)
        clues = (*found.meeting.evidence, *found.dating.evidence, *found.speaker.evidence)
        labels = draw_skeleton(annotation.today(speech, found), speech.text, codes, clues, path=path)
    _write(target, labels, force, "utf-8-sig")
    if str(output) != "-":
        typer.echo("fill it in, then: taizhang gold check and taizhang gold build", err=True)


@app.command("check")
def check(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Label files, .gold.json, or folders of them.")],
    db: Database,
    texts: Texts = None,
    lexicon: LexiconFolder = None,
) -> None:
    """Check annotations against their texts and list every problem with its place and what to do.

    Exit code 1 when there are any. Placeholders that a .gold.json does not mention are noted, as they may hide nothing.

    Examples:

        taizhang gold check 01.labels.tsv

        taizhang gold check gold --texts speeches
    """
    codes = annotation.allowed_codes(open_lexicon(lexicon))
    found = [file for path in paths for file in files.list_annotations(path)]
    problems = 0
    for file in found:
        try:
            read = files.read_annotation(file)
            checked = files.check(read, _text_of(read, texts, db), codes)
        except ReadError as error:
            problems += 1
            typer.echo(str(error))
            continue
        problems += len(checked.problems)
        for problem in (*checked.problems, *checked.notes):
            typer.echo(f"{file}: {problem}")
    typer.echo(f"{len(found)} 个文件 files, {problems} 个问题 problems")
    raise typer.Exit(1 if problems else 0)


@app.command("build")
def build(
    labels: Annotated[Path, typer.Argument(metavar="LABELS", help="A label file that `gold new` began.")],
    db: Database,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to; else NAME.gold.json; - prints it.")
    ] = None,
    texts: Texts = None,
    lexicon: LexiconFolder = None,
    force: Force = False,
) -> None:
    """Turn a label file into the gold JSON that `taizhang score` reads; refuses while there are problems.

    Examples:

        taizhang gold build 01.labels.tsv

        taizhang gold build 01.labels.tsv -o gold/01.gold.json --texts speeches
    """
    read = files.read_annotation(labels)
    if read.labels is None:
        raise ReadError(f"{labels}: is gold already; give a label file, or begin one with `gold new SOURCE --from`")
    checked = files.check(read, _text_of(read, texts, db), annotation.allowed_codes(open_lexicon(lexicon)))
    _refuse(labels, checked)
    target = output or labels.with_name(f"{files.stem(labels)}{files.GOLD}")
    _write(target, annotation.print_gold(checked.gold), force)
    typer.echo(", ".join(f"{len(checked.gold[table])} {table}" for table in annotation.TABLES), err=True)


def _text_of(read: Annotation, folders: list[Path] | None, db: Path) -> str:
    """The annotated text: from a file, else from the ledger."""
    found = files.find_text(read, folders or ())
    if found:
        return read_speech(Input(found, found.name)).text
    try:
        return find_speech(read.source, db).text
    except ReadError as error:
        raise ReadError(f"{read.path}: the text {read.source} is not found; give its folder with --texts") from error


def _refuse(file: Path, checked: Checked) -> None:
    for problem in checked.problems:
        typer.echo(f"{file}: {problem}", err=True)
    if checked.problems:
        raise ReadError(f"{file}: {len(checked.problems)} problems, nothing is written; mend them and try again")


def _write(file: Path, text: str, force: bool, encoding: str = "utf-8") -> None:
    """Work done by hand is not overwritten unasked."""
    if str(file) == "-":
        sys.stdout.write(text)
        return
    if file.exists() and not force:
        raise ReadError(f"{file}: is there already; give another -o, or --force to overwrite it")
    try:
        file.write_text(text, encoding=encoding)
    except OSError as error:
        raise ReadError(f"{file}: {error.strerror}; give a file that can be written") from error
    typer.echo(f"{file}", err=True)
