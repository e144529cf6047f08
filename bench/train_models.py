"""Train the models that ship with the product, on synthetic records made in code.

Run: python -m bench.train_models
"""

from pathlib import Path

from bench.dutch_records import organisations, persons
from wegwijzer.subjects.matching import train
from wegwijzer.subjects.matching.columns import row_of
from wegwijzer.subjects.matching.definitions.organisation import organisation_model
from wegwijzer.subjects.matching.definitions.person import person_model
from wegwijzer.subjects.matching.normalise import organisation, person
from wegwijzer.subjects.matching.spec import spec_to_json

MODELS = Path(__file__).parent.parent / "src/wegwijzer/subjects/matching/models"


def main() -> None:
    people = (row_of(person(one.raw)) for one in persons(60_000))
    firms = (row_of(organisation(one.raw)) for one in organisations(30_000))
    for untrained, rows in ((person_model(), people), (organisation_model(), firms)):
        spec = train.for_general_use(
            train.fit(untrained, rows, version=f"{untrained.version}-nl"), untrained
        )
        (MODELS / f"{spec.kind}.json").write_text(spec_to_json(spec) + "\n", encoding="utf-8")
        for one in spec.fields:
            print(one.name, [(level.label, round(level.weight, 1)) for level in one.levels])


if __name__ == "__main__":
    main()
