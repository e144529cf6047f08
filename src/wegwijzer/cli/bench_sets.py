"""The labelled public sets of the matching bench, each as the deliveries of two partners."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wegwijzer.subjects.matching.record import RawOrganisation, RawPerson

Values = dict[str, str]


@dataclass(frozen=True, slots=True)
class Labelled:
    """One delivered record: who it is about, what the partner wrote, and its plain columns."""

    subject: str
    raw: RawPerson | RawOrganisation
    values: Values


@dataclass(frozen=True, slots=True)
class DataSet:
    """A set: where it lies, the kind of record, and how one row is read."""

    name: str
    files: tuple[str, ...]
    kind: str
    subject: Callable[[Values], str]
    read: Callable[[Values], RawPerson | RawOrganisation]
    hidden: tuple[str, ...] = ()

    def present(self, folder: Path) -> bool:
        """Tell whether all files of the set are there."""
        return all((folder / file).exists() for file in self.files)

    def records(self, folder: Path) -> list[Labelled]:
        """Return the records; files, or even and odd rows of one file, are the two partners."""
        files = [list(_rows(folder / file)) for file in self.files]
        deliveries = files if len(files) > 1 else [files[0][::2], files[0][1::2]]
        return [
            Labelled(self.subject(values), self.read(values), self._shown(values))
            for delivery in deliveries
            for values in delivery
        ]

    def _shown(self, values: Values) -> Values:
        return {name: value for name, value in values.items() if name not in self.hidden}


def _rows(path: Path) -> Iterator[Values]:
    """Yield the rows of a CSV or Parquet file as texts."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, skipinitialspace=True):
                yield {name: (value or "").strip() for name, value in row.items() if name}
        return
    import pyarrow.parquet

    found: list[dict[str, Any]] = pyarrow.parquet.read_table(path).to_pylist()
    for row in found:
        yield {name: "" if value is None else str(value) for name, value in row.items()}


def _one(value: str) -> tuple[str, ...]:
    return (value,) if value else ()


def _febrl(row: Values, *, number: bool) -> RawPerson:
    return RawPerson(
        given_names=row["given_name"],
        surname=row["surname"],
        birth_date=row["date_of_birth"],
        postcode=row["postcode"],
        house_number=row["street_number"],
        street=row["address_1"],
        city=row["suburb"],
        other_id=row["soc_sec_id"] if number else "",
    )


def _fake(row: Values) -> RawPerson:
    return RawPerson(
        given_names=row["first_name"],
        surname=row["surname"],
        birth_date=row["dob"],
        city=row["city"],
        emails=_one(row["email"]),
    )


def _historical(row: Values) -> RawPerson:
    full, surname = row["full_name"], row["surname"]
    given = full.removesuffix(surname) if full.endswith(surname) else row["first_name"]
    return RawPerson(
        given_names=given.strip(),
        surname=surname,
        birth_date=row["dob"],
        birth_place=row["birth_place"],
        postcode=row["postcode_fake"],
        gender=row["gender"],
        occupation=row["occupation"],
    )


def _dutch(row: Values) -> RawPerson:
    return RawPerson(
        given_names=row["first_name"],
        tussenvoegsel=row["tussenvoegsel"],
        surname=row["surname"],
        birth_date=row["dob"],
        postcode=row["postcode"],
        house_number=row["house_number"],
        street=row["street"],
        city=row["city"],
        bsn=row["bsn"],
        phones=_one(row["phone"]),
        ibans=_one(row["iban"]),
    )


def _site(row: Values) -> RawOrganisation:
    return RawOrganisation(
        name=row["Site name"],
        street=row["Address"],
        postcode=row["Zip"],
        phones=_one(row["Phone"]),
        websites=_one(row["Website"]),
        emails=_one(row["Email Address"]),
    )


def _febrl_subject(row: Values) -> str:
    return row["rec_id"].split("-")[1]


def _febrl_set(name: str, *files: str, number: bool) -> DataSet:
    return DataSet(
        name=name if number else f"{name} without soc_sec_id",
        files=tuple(f"febrl/{file}" for file in files),
        kind="person",
        subject=_febrl_subject,
        read=lambda row: _febrl(row, number=number),
        hidden=() if number else ("soc_sec_id",),
    )


def _cluster(row: Values) -> str:
    return row["cluster"]


SETS = (
    _febrl_set("febrl3", "dataset3.csv", number=True),
    _febrl_set("febrl3", "dataset3.csv", number=False),
    _febrl_set("febrl4", "dataset4a.csv", "dataset4b.csv", number=True),
    _febrl_set("febrl4", "dataset4a.csv", "dataset4b.csv", number=False),
    DataSet("fake_1000", ("fake_1000.csv",), "person", _cluster, _fake),
    DataSet("historical_50k", ("historical_50k.parquet",), "person", _cluster, _historical),
    DataSet("nl_synth_50k", ("nl_synth_50k_seed7.parquet",), "person", _cluster, _dutch),
    DataSet(
        "organisations",
        ("chicago_childcare_sites.csv",),
        "organisation",
        lambda row: row["True Id"],
        _site,
    ),
)
