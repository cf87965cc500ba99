"""Checklists to put into documents: the real salon, one in Arabic, and one with awkward texts."""

import shutil
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from draaiboek.catalogue import Catalogue, build_catalogue
from draaiboek.derive.checklist import ChecklistView, DateWarning, PhaseView, Request, StepView, derive_checklist
from draaiboek.derive.schedule import Occasion
from draaiboek.load.project import load_project

ROOT = Path(__file__).parent.parent.parent
TODAY = date(2026, 11, 22)
OCCASION = Occasion(date(2027, 3, 18), date(2027, 3, 18), time(13, 30), time(17, 0))
ADDRESS = "https://draaiboek.example/nl/playbook/salon/checklist/"

AWKWARD = (
    '=HYPERLINK("https://x.example";"klik")',
    "#panic() $x$ *geen* _opmaak_ `code` @label <label> \\ // /* */ [[x]]",
    "<script>alert('x')</script> & &amp; ]]> <w:p/> {{ x }} %s {0}",
    "eerste regel\ntweede\r\nderde\u2028vierde\x0bvijfde",
    "feest \U0001f389\U0001f468\u200d\U0001f469\u200d\U0001f467 en ሰላም en 中文",
    "naam \u202eomgekeerd\u202c en \u200fمرحبا\u200e (Mechelen)",
    "stil\x00\x01\x1b\x7f\ufffe\ufdd0\ud800\U0001ffff teken",
    "\"aanhaling\" 'enkel' “krul” ‘krul’ «guillemets», komma; puntkomma\tTab",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 4,
    "Een heel lange tekst die maar doorgaat, zin na zin. " * 120,
    "- [ ] x",
    " ",
    "",
)  # fmt: skip
"""Texts that a format could trip over."""


@pytest.fixture(scope="package")
def real() -> Catalogue:
    """The catalogue of the site itself."""
    return build_catalogue(load_project(ROOT))


@pytest.fixture(scope="package")
def salon(real: Catalogue) -> ChecklistView:
    """A salon with a date and clock times."""
    return derive_checklist(real, Request("salon", "nl", TODAY, ADDRESS, OCCASION, circumstances={"size": "large"}))


@pytest.fixture(scope="package")
def undated(real: Catalogue) -> ChecklistView:
    """A salon without a date."""
    return derive_checklist(real, Request("salon", "nl", TODAY, ADDRESS))


@pytest.fixture(scope="package")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The small project with Arabic as a full language; one step and all of French are not translated."""
    root = tmp_path_factory.mktemp("arabic") / "project"
    for source in (ROOT / "tests" / "base", Path(__file__).parent / "arabic"):
        shutil.copytree(source, root, dirs_exist_ok=True)
    shutil.copy(ROOT / "i18n" / "nl.yaml", root / "i18n" / "nl.yaml")
    return build_catalogue(load_project(root))


@pytest.fixture(scope="package")
def arabic_salon(arabic: Catalogue) -> ChecklistView:
    """A small salon in Arabic, from right to left."""
    return derive_checklist(arabic, Request("salon", "ar", TODAY, ADDRESS, OCCASION))


@pytest.fixture(scope="package")
def awkward(salon: ChecklistView) -> ChecklistView:
    """A checklist whose every text is awkward in some way."""
    steps = [step for phase in salon.phases for step in phase.steps]
    made = tuple(_awkward(step, text) for step, text in zip(steps, AWKWARD, strict=False))
    phase = salon.phases[0]
    return replace(
        salon,
        title=AWKWARD[3] + AWKWARD[4] + AWKWARD[5] + AWKWARD[6],
        place=AWKWARD[1],
        phases=(PhaseView(phase.id, AWKWARD[4], phase.language, made),),
        warnings=tuple(DateWarning("observance", text, TODAY, TODAY) for text in AWKWARD),
    )


def _awkward(step: StepView, text: str) -> StepView:
    tasks = tuple(replace(task, text=text) for task in step.tasks)
    return replace(step, title=text, why=text, role_name=text, condition=text, tasks=tasks)


@pytest.fixture(scope="package")
def late(salon: ChecklistView) -> ChecklistView:
    """A checklist that was started too late, on a date that clashes."""
    phases = tuple(
        replace(phase, steps=tuple(replace(step, late=step.essential) for step in phase.steps if step.essential))
        for phase in salon.phases
    )
    dropped = tuple(step for step in salon.steps if not step.essential)
    return replace(
        salon,
        phases=tuple(phase for phase in phases if phase.steps),
        dropped=dropped,
        fits=False,
        warnings=(DateWarning("observance", "Suikerfeest: verwacht 19 maart 2027, ± 1 dag.", TODAY, TODAY),),
        suggestions=(date(2027, 3, 25), date(2027, 4, 1)),
    )
