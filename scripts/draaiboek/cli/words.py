"""What the command says besides problems, in Dutch and English."""

from draaiboek.model.problem import MessageLanguage

_WORDS: dict[str, tuple[str, str]] = {
    "no-project": (
        "in deze map en erboven is geen Draaiboek-project; noem er een met --root",
        "no Draaiboek project in this folder or above it; name one with --root",
    ),
    "not-a-project": (
        "{path} is geen Draaiboek-project: er is geen map 'data'",
        "{path} is not a Draaiboek project: it has no folder 'data'",
    ),
    "no-file": ("er is geen bestand of map {path}", "there is no file or folder {path}"),
    "outside": ("{path} ligt buiten het project {root}", "{path} is outside the project {root}"),
    "not-a-day": ("'{value}' is geen dag; schrijf bijvoorbeeld 2027-03-18", "'{value}' is not a day; write 2027-03-18"),
    "year-outside": (
        "'{value}' valt buiten de jaren {first} tot {last}",
        "'{value}' is outside the years {first} to {last}",
    ),
    "not-a-time": ("'{value}' is geen uur; schrijf bijvoorbeeld 13:30", "'{value}' is not a time; write 13:30"),
    "closing-first": (
        "het sluitingsuur {closes} moet na het openingsuur {opens} liggen",
        "closing {closes} must be later than opening {opens}",
    ),
    "what-for": (
        "noem een evenement, of een draaiboek en een datum: --playbook salon --date 2027-03-18",
        "name an event, or a playbook and a date: --playbook salon --date 2027-03-18",
    ),
    "not-both": (
        "noem een evenement, of een draaiboek en een datum, niet allebei",
        "name either an event, or a playbook and a date, not both",
    ),
    "day-unknown": (
        "de dag van '{event}' is niet bekend; een checklist heeft een volledige datum nodig",
        "the day of '{event}' is not known; a checklist needs a full date",
    ),
    "no-playbook": ("er is nog geen draaiboek '{playbook}'", "there is no playbook '{playbook}' yet"),
    "visitors-only": (
        "in '{language}' zijn er alleen pagina's voor bezoekers, geen checklists; kies {choices}",
        "there are no checklists in '{language}', only pages for visitors; choose {choices}",
    ),
    "unknown": ("'{name}' bestaat niet ({what}){hint}", "unknown {what} '{name}'{hint}"),
    "nearest": ("; bedoelt u {names}?", "; did you mean {names}?"),
    "there-are": ("; er zijn: {names}", "; there are: {names}"),
    "or": (" of ", " or "),
    "what-language": ("taal", "language"),
    "what-event": ("evenement", "event"),
    "what-playbook": ("draaiboek", "playbook"),
    "what-role": ("rol", "role"),
    "what-organiser": ("organisator", "organiser"),
    "what-size": ("grootte", "size"),
    "screen-binary": (
        "dit bestand past niet op het scherm; geef een naam: -o plan.{form}",
        "this file does not go to the screen; give it a name: -o plan.{form}",
    ),
    "by-date-only": (
        "--by date bestaat niet voor {form}, wel voor {choices}",
        "--by date does not exist for {form}, only for {choices}",
    ),
    "export-nothing": (
        "er is geen evenement waarvan de dag en het draaiboek bekend zijn",
        "there is no event whose day and playbook are known",
    ),
    "exporting": ("Evenementen exporteren", "Exporting events"),
    "exported": (
        "evenementen: {events}, bestanden: {files}, map: {path}",
        "events: {events}, files: {files}, folder: {path}",
    ),
    "export-passed-over": (
        "overgeslagen, want zonder volledige datum of zonder draaiboek: {names}",
        "passed over, for want of a full date or a playbook: {names}",
    ),
    "cannot-write": ("kan {path} niet schrijven: {reason}", "cannot write {path}: {reason}"),
    "the-output": ("de uitvoer", "the output"),
    "reason-denied": ("u mag daar niet schrijven", "you may not write there"),
    "reason-is-folder": ("dat is een map", "that is a folder"),
    "reason-no-folder": ("die map bestaat niet", "there is no such folder"),
    "reason-in-the-way": ("er staat al iets met die naam", "something of that name is in the way"),
    "reason-full": ("de schijf is vol", "the disk is full"),
    "reason-long-name": ("die naam is te lang", "that name is too long"),
    "out-taken": (
        "{path} is geen lege map en geen eerder gebouwde site, en zou vervangen worden; kies een andere map met --out",
        "{path} is neither an empty folder nor a site built before, and would be replaced; choose another with --out",
    ),
    "out-needed": (
        "enkele talen apart gaan alleen naar een eigen map: voeg --out toe",
        "some languages only go into a folder of their own: add --out",
    ),
    "build-failed": (
        "de site kon niet gebouwd worden, de oude blijft staan:\n{reason}",
        "the site could not be built, the old one stays:\n{reason}",
    ),
    "build-ended": (
        "een taal kon niet afgewerkt worden, want haar proces werd van buitenaf gestopt (te weinig geheugen?); de oude site blijft staan",
        "a language could not be finished, for its process was ended from outside (too little memory?); the old site stays",
    ),
    "no-hunspell": (
        "hunspell is niet geïnstalleerd; installeer het met een woordenboek voor elke taal (hunspell-nl, hunspell-fr, …)",
        "hunspell is not installed; install it with a dictionary for each language (hunspell-nl, hunspell-fr, …)",
    ),
    "settings": ("mkdocs.yml is niet bruikbaar: {reason}", "mkdocs.yml cannot be used: {reason}"),
    "built": ("{pages} pagina's in {languages} talen: {path}", "{pages} pages in {languages} languages: {path}"),
    "generated": ("{count} bestanden bijgewerkt.", "{count} files brought up to date."),
    "generated-none": ("Alles was al bijgewerkt.", "Everything was up to date."),
    "generated-stale": (
        "{path} is verouderd: voer `draaiboek generate` uit",
        "{path} is out of date: run `draaiboek generate`",
    ),
    "marked": ("{path}: hoort nu bij de Nederlandse tekst van vandaag", "{path}: now matches today's Dutch text"),
    "mark-not-translation": (
        "{path} is geen vertaling van een Nederlandse tekst",
        "{path} is not a translation of a Dutch text",
    ),
    "state-current": ("actueel", "current"),
    "state-stale": ("verouderd", "stale"),
    "state-missing": ("ontbreekt", "missing"),
    "state-orphan": ("zonder Nederlandse tekst", "without Dutch text"),
    "reviewed": ("nagelezen", "reviewed"),
    "not-reviewed": ("nog niet nagelezen", "not yet reviewed"),
    "exists": ("{path} bestaat al", "{path} exists already"),
    "made": ("gemaakt: {path}", "made: {path}"),
    "would-make": ("--- {path}", "--- {path}"),
    "new-invalid": ("dit kan zo niet:\n{reason}", "this cannot be made:\n{reason}"),
    "checking": ("Nakijken", "Checking"),
    "pages": ("Pagina's samenstellen", "Putting pages together"),
    "building": ("Talen bouwen", "Building languages"),
    "stopped": ("gestopt.", "stopped."),
    "unforeseen": (
        "onvoorziene fout ({error}). Meld ze ons; met DRAAIBOEK_TRACEBACK=1 ziet u waar het misging.",
        "an unforeseen fault ({error}). Please report it; DRAAIBOEK_TRACEBACK=1 shows where it happened.",
    ),
    "serving": ("Voorbeeld op {address} (Ctrl-C om te stoppen)", "Preview at {address} (Ctrl-C to stop)"),
    "port-taken": ("poort {port} is bezet; kies een andere met --port", "port {port} is taken; choose another with --port"),
    "rebuilt": ("bijgewerkt in {seconds} s", "updated in {seconds} s"),
    "kept": ("de laatste goede versie blijft staan", "the last good version stays"),
}


def say(key: str, language: MessageLanguage, /, **params: object) -> str:
    """One sentence in the language of the messages."""
    return _WORDS[key][0 if language == "nl" else 1].format(**params)
