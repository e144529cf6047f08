"""The peers of the matching bench: plain Splink with a good model per set, recordlinkage."""

import logging
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from wegwijzer.cli.bench_sets import Labelled

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PeerModel:
    """A set as its own expert would set it up; every key of `block` is one rule, joined by "+"."""

    names: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    equal: tuple[str, ...] = ()
    block: tuple[str, ...] = ()
    train: tuple[str, ...] = ()
    certain: tuple[str, ...] = ()


_FEBRL = PeerModel(
    names=("given_name", "surname", "address_1", "suburb"),
    dates=("date_of_birth",),
    near=("soc_sec_id",),
    equal=("street_number", "postcode", "state"),
    block=(
        "soc_sec_id", "given_name+surname", "date_of_birth", "postcode+given_name",
        "postcode+surname", "postcode+street_number", "address_1", "suburb+surname",
        "given_name+street_number", "suburb+street_number",
    ),
    train=("date_of_birth", "postcode", "given_name+surname"),
    certain=("soc_sec_id", "given_name+surname+date_of_birth"),
)  # fmt: skip
MODELS = {
    "febrl3": _FEBRL,
    "febrl4": _FEBRL,
    "fake_1000": PeerModel(
        names=("first_name", "surname"),
        dates=("dob",),
        near=("email",),
        equal=("city",),
        block=("first_name", "surname", "dob", "email"),
        train=("dob", "email"),
        certain=("first_name+surname+dob", "email"),
    ),
    "historical_50k": PeerModel(
        names=("first_name", "surname"),
        dates=("dob",),
        near=("postcode_fake",),
        equal=("birth_place", "occupation", "gender"),
        block=(
            "first_name:3+surname:4", "surname+dob", "first_name+dob", "postcode_fake+first_name",
            "postcode_fake+surname", "dob+birth_place", "postcode_fake:3+dob",
            "postcode_fake:3+first_name", "postcode_fake:3+surname", "first_name:2+surname:2+dob:4",
        ),
        train=("first_name+surname", "dob"),
        certain=("first_name+surname+dob", "first_name+surname+postcode_fake"),
    ),
    "nl_synth_50k": PeerModel(
        names=("first_clean", "surname_core"),
        dates=("dob",),
        near=("bsn",),
        equal=("postcode", "house_number", "phone", "iban"),
        block=(
            "bsn", "phone", "iban", "surname_core+dob", "dob+first_clean", "postcode+house_number",
            "postcode+surname_core", "dob+postcode", "surname_core+first_clean+dob:4",
            "surname_core:4+dob+initial",
        ),
        train=("surname_core+first_clean", "dob", "postcode+house_number"),
        certain=("bsn", "surname_core+dob+first_clean"),
    ),
    "organisations": PeerModel(
        names=("Site name", "Address"),
        equal=("Zip", "Phone"),
        block=("Site name", "Address", "Phone", "Zip+Site name:5", "Address:8"),
        train=("Phone", "Address"),
        certain=("Site name+Address", "Site name+Phone"),
    ),
}  # fmt: skip


def model_for(name: str, records: Sequence[Labelled]) -> PeerModel:
    """Return the model of a set, without the columns these records don't have."""
    model = MODELS[name.split(maxsplit=1)[0]]
    known = set(records[0].values)

    def kept(rules: Iterable[str]) -> tuple[str, ...]:
        return tuple(
            rule for rule in rules if {part.split(":", 1)[0] for part in rule.split("+")} <= known
        )

    return PeerModel(*(kept(getattr(model, field)) for field in PeerModel.__dataclass_fields__))


def column(name: str) -> str:
    """Return the name of a column without spaces."""
    return name.lower().replace(" ", "_")


def _load(connection: Any, records: Sequence[Labelled]) -> None:
    import pyarrow as pa

    columns = sorted(set(records[0].values) - {"unique_id"})
    data = {column(one): [_clean(record.values[one]) for record in records] for one in columns}
    table = pa.table({"unique_id": list(range(len(records))), **data})
    connection.register("incoming", table)
    connection.execute("create table records as select * from incoming")


def splink_pairs(
    name: str, records: Sequence[Labelled]
) -> tuple[list[tuple[int, int, float]], Any]:
    """Return the pairs plain Splink finds with their probability, and its groups at 0.95."""
    import duckdb
    from splink import DuckDBAPI, Linker, SettingsCreator

    model = model_for(name, records)
    connection = duckdb.connect()
    connection.execute("set threads = 2")
    _load(connection, records)
    api = DuckDBAPI(connection)
    linker = Linker(
        api.register("records"),
        SettingsCreator(
            link_type="dedupe_only",
            comparisons=_comparisons(model, name),
            blocking_rules_to_generate_predictions=[_rule(rule) for rule in model.block],
        ),
    )
    logging.getLogger("splink").setLevel(logging.CRITICAL)
    linker.training.estimate_probability_two_random_records_match(
        [_rule(rule) for rule in model.certain], recall=0.7
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    for rule in model.train:
        linker.training.estimate_parameters_using_expectation_maximisation(
            _rule(rule), record_sample_proportion=1.0, max_pairs=1e6
        )
    found = linker.inference.predict(threshold_match_probability=0.01, warning_mode="never")
    pairs = connection.execute(
        f"select unique_id_l, unique_id_r, match_probability from {found.physical_name}"  # noqa: S608
    ).fetchall()
    groups = linker.clustering.cluster_pairwise_predictions_at_threshold(
        found, threshold_match_probability=0.95
    )
    members = connection.execute(
        f"select list(unique_id) from {groups.physical_name} group by cluster_id"  # noqa: S608
    ).fetchall()
    return pairs, [group for (group,) in members]


def _clean(value: str) -> str | None:
    return value.lower().strip() or None


def _rule(rule: str) -> Any:
    from splink import block_on

    parts = []
    for part in rule.split("+"):
        name, _, letters = part.partition(":")
        parts.append(f"substr({column(name)}, 1, {letters})" if letters else column(name))
    return block_on(*parts)


def _comparisons(model: PeerModel, name: str) -> list[Any]:
    import splink.comparison_library as cl

    date_format = "%Y%m%d" if name.startswith("febrl") else "%Y-%m-%d"
    made: list[Any] = [
        cl.JaroWinklerAtThresholds(column(one), [0.92, 0.8]).configure(
            term_frequency_adjustments=True
        )
        for one in model.names
    ]
    made += [
        cl.DateOfBirthComparison(
            column(one), input_is_string=True, datetime_format=date_format,
            invalid_dates_as_null=True,
        )
        for one in model.dates
    ]  # fmt: skip
    made += [cl.DamerauLevenshteinAtThresholds(column(one), [1, 2]) for one in model.near]
    made += [
        cl.ExactMatch(column(one)).configure(term_frequency_adjustments=True) for one in model.equal
    ]
    return made


def recordlinkage_pairs(name: str, records: Sequence[Labelled]) -> list[Pair]:
    """Return the pairs of recordlinkage: the same blocks, unsupervised ECM on yes and no."""
    warnings.simplefilter("ignore")
    import pandas as pd
    import recordlinkage

    model = model_for(name, records)
    frame = pd.DataFrame(
        [{column(one): _clean(value) for one, value in record.values.items()} for record in records]
    )
    index = recordlinkage.Index()
    for rule in model.block:
        keys = []
        for part in rule.split("+"):
            plain, _, letters = part.partition(":")
            key = column(plain)
            if letters:
                key = f"{key}_{letters}"
                frame[key] = frame[column(plain)].str[: int(letters)]
            keys.append(key)
        index.block(keys)
    compare = recordlinkage.Compare()
    for one in (*model.names, *model.near):
        compare.string(column(one), column(one), method="jarowinkler", threshold=0.88)
    for one in (*model.dates, *model.equal):
        compare.exact(column(one), column(one))
    vectors = compare.compute(index.index(frame), frame)
    found = recordlinkage.ECMClassifier(binarize=0.5).fit_predict(vectors.fillna(0))
    return [(int(a), int(b)) for a, b in found]
