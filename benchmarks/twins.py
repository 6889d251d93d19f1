"""Whether the search still tells like from like in a large catalogue: 60 topics of 16 written records, near twins of each other.

A record is made of sentences that somebody wrote, not of random words: what its topic is about, who it is for and where. A query
is made of the card of its topic alone. The same seed gives the same records and the same queries.
"""

import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import yaml

from idekatalog.catalogue import Catalogue
from idekatalog.document.sections import Part
from idekatalog.files.load import published
from idekatalog.records.kinds import KINDS
from idekatalog.records.practice import Intervention
from idekatalog.search.found import Found
from idekatalog.search.page import INDEX, artefacts, whole_index
from idekatalog.search.words import everything, meanings

SEED = 7
QUERIES = 3

# The name of a topic, what there is too much or too little of, what one does, and what somebody says who has not read it.
TOPICS = """\
Cykelværksted|Cykler bliver stjålet eller står i stykker.|Reparér cykler sammen, og lær hinanden at lappe et dæk.|lappe cykler
Køkkenhave|Et stykke jord ligger hen.|Grav bede, så grøntsager, og fordel ansvaret for at vande.|dyrke grøntsager
Lektiehjælp|Nogle elever får ikke lavet deres lektier.|Find frivillige, der kan forklare.|hjælp til lektierne
Fodboldturnering|Hold fra hver side af vejen spiller aldrig mod hinanden.|Lav blandede hold.|spille bold på tværs
Fællessang|Mange savner noget at samles om.|Vælg sange, som flere kender, og find en, der kan spille.|synge sammen
Syklub|Nogle kan sy, andre vil lære det.|Saml maskiner, stof og tålmodige lærere.|sy og reparere tøj
Brætspilscafé|Aftenerne er lange om vinteren.|Stil spil frem, og lær fra jer, hvad reglerne er.|spille spil om aftenen
Byttemarked|Skabene er fulde af det, ingen bruger.|Byt legetøj, tøj og bøger uden penge.|bytte brugte ting
Filmaften|Nogle har aldrig været i biografen sammen.|Hæng et lagen op, vis en film, og tal om den.|se en film sammen
Gåhold|Mange rører sig for lidt.|Gå den samme rute hver uge, også når det regner.|gå en fast tur
Svømmehold|Nogle børn kan ikke svømme.|Lej en bane, og find en, der må undervise.|lære at svømme
Madklub|Nogle spiser altid alene.|Lav mad i hold, og spis ved ét langt bord.|lave aftensmad sammen
Bagedag|Ovnen i fællesrummet bliver aldrig brugt.|Bag brød efter hinandens opskrifter.|bage brød
Læsekreds|Bøger bliver læst uden at blive talt om.|Læs den samme bog, og mød med ét spørgsmål hver.|tale om en bog
Sprogcafé|Nogle mangler ord til at klare hverdagen.|Tal i par om det, der sker i ugen.|øve sig i at tale dansk
IT-hjælp|Digital post og MitID driller.|Sid to og to ved skærmen, og tag den tid, det tager.|hjælp til computer og mobil
Rygestopgruppe|Flere vil holde op, men ikke alene.|Sæt en dato, og hold hinanden fast.|holde op med cigaretter
Oprydningsdag|Der flyder med papir og dåser.|Del poser ud, og saml ind i hold.|samle skrald
Bihave|Der mangler blomster til bier.|Sæt bistader op, og så vilde blomster.|holde bier
Hønsehold|Madrester bliver smidt ud.|Byg et hus til høns, og lav en vagtplan.|passe høns
Legestue|De små har ingen at lege med om formiddagen.|Læg tæpper ud, og mød med kaffe og legetøj.|leg for de mindste
Mødregruppe|Barslen kan være ensom.|Mød fast, og skift til at have mad med.|snakke om at have baby
Bedsteforældreordning|Nogle børn har ingen bedsteforældre i nærheden.|Sæt en familie sammen med en, der har tid.|reservebedstemor
Besøgsven|Nogle taler ikke med et menneske i flere dage.|Find en, der vil komme en time hver uge.|besøg til ensomme
Telefonstjerne|Nogle falder uden at blive fundet.|Ring til hinanden hver morgen efter en liste.|ringe til hinanden om morgenen
Indkøbsordning|Varerne er tunge, og trapperne er mange.|Køb ind for den, der ikke kan gå selv.|hjælp til at købe ind
Haveværktøj til lån|Alle ejer en hammer, ingen en motorsav.|Saml redskaber i et skur med en liste.|låne værktøj
Delebil|Bilerne står stille det meste af dagen.|Køb én bil, og bestil tid på en kalender.|dele en bil
Skaterbane|Der køres på trapper og bænke.|Byg ramper, og aftal, hvornår der er ro.|stå på skateboard
Graffitivæg|Vægge bliver malet om natten.|Giv en væg fri, og aftal, hvad der må stå.|male lovligt på en mur
Teaterhold|Nogle har meget at fortælle.|Skriv små scener ud fra egne oplevelser.|spille teater
Bandøvelokale|Musik fylder i lejlighederne.|Isolér et rum, og lav en nøgleordning.|øve med et band
Dansehold|Piger og drenge mangler et fælles sted.|Find en instruktør, og slut med en opvisning.|danse
Boksehold|Energi bliver brugt på at slås.|Træn med faste regler, og lad de ældre hjælpe.|træne boksning
Klatrevæg|Der er ingen steder, man må klatre.|Byg en væg, og lær at sikre hinanden.|klatre
Sommerlejr|Ferien bliver lang hjemme.|Tag af sted tre dage med telte og bål.|på lejr i telt
Naturtur|Nogle har aldrig været i en skov.|Tag en bus ud, og find spor af dyr.|ud i skoven
Fiskeklub|Åen ligger tæt på, men ingen bruger den.|Lån stænger, og lær at slippe en fisk fri.|fange fisk
Modelbyggeri|Hænderne mangler noget at lave.|Byg efter tegning, og udstil det færdige.|bygge modelfly
Strikkeklub|Nogle kan et håndværk, som forsvinder.|Strik til et fælles mål, fx tæpper.|strikke
Fotoklub|Hverdagen bliver ikke set.|Tag ét billede om ugen, og hæng dem op.|tage billeder
Lokalradio|Nyheder når ikke rundt.|Lav korte udsendelser, og send på nettet.|lave podcast
Beboerblad|Ingen ved, hvad der sker.|Skriv kort, og del ud i papir.|skrive et blad
Mentorordning|Vejen til første job er svær.|Sæt en ung sammen med en, der er i arbejde.|en at spørge om job
Jobcafé|Ansøgninger bliver ikke sendt.|Skriv sammen, og øv en samtale.|skrive ansøgning
Gældsrådgivning|Regninger bliver ikke åbnet.|Åbn brevene sammen med en, der kan regne.|hjælp til regninger
Retshjælp|Breve fra myndigheder er svære.|Book en jurist en aften om måneden.|spørge en advokat
Sundhedstjek|Sygdomme bliver opdaget sent.|Mål blodtryk, og tal om det.|få målt blodtryk
Førstehjælpskursus|Ingen ved, hvor hjertestarteren er.|Øv på en dukke, og hæng et kort op.|lære førstehjælp
Brandøvelse|Gange og trapper er fyldt op.|Gå vejen ud, og ryd den.|øve hvad man gør ved brand
Trafikøvelse|Vejen til skole er farlig.|Gå ruten med børnene, og find de gode steder at krydse.|øve vejen til skole
Nabohjælp|Der bliver brudt ind, når folk er væk.|Tøm postkasser, og se efter hinandens døre.|passe på naboens lejlighed
Lysfest|November er mørk.|Lav lygter, og gå i optog.|gå med lygter
Fastelavn|Børnene mangler en tønde.|Slå katten af tønden, og giv en bolle.|klæde sig ud
Sankthans|Sommeren skal fejres.|Tænd bål, syng, og hold en kort tale.|bål i juni
Høstmarked|Der er æbler nok til alle.|Pres saft, og sælg syltetøj.|presse æbler
Julehygge|Nogle er alene i december.|Klip, spis grød, og pak gaver ind.|klippe julestjerner
Nytårskur|Året begynder uden plan.|Mød over kransekage, og vælg tre ønsker.|skåle på det nye år
Loppemarked|Der mangler penge til fælles ture.|Lej boder ud, og brug overskuddet sammen.|sælge gamle sager
Vejfest|Vejen er kun til biler.|Luk den en dag, og dæk op på midten.|spise på vejen"""
# Who it is for, and how others call them.
GROUPS = (
    ("Børnefamilier", "forældre med små børn"),
    ("Unge", "teenagere"),
    ("Ældre", "pensionister"),
    ("Nye beboere", "dem, der lige er flyttet ind"),
)
PLACES = (
    ("i gården", "udenfor mellem blokkene"),
    ("i beboerhuset", "i fælleslokalet"),
    ("på skolen", "i klasselokalet"),
    ("i parken", "på græsset"),
)
ASKED = ("{group} vil {said} {place}", "noget med at {said} for {group} {place}", "{said}, {group}, {place}")

PROGRAM = """\
import { readFileSync } from "node:fs"
import { pathToFileURL } from "node:url"
const [folder, ...files] = process.argv.slice(2)
const { Engine } = await import(pathToFileURL(`${folder}/assets/soeg/engine.js`))
const read = file => JSON.parse(readFileSync(`${folder}/${file}`, "utf8"))
for (const [index, queries] of files.map(file => file.split(":"))) {
  const engine = new Engine(read(index))
  const answers = []
  for (const query of read(queries)) answers.push((await engine.search(query, 30)).results.map(({ id }) => id))
  console.log(JSON.stringify(answers))
}
"""


@dataclass(frozen=True)
class Measured:
    """In per cent: the right one first among its twins, and the real queries answered first without the others and among them."""

    above_twins: float
    real_alone: float
    real_among: float


def measured(root: Path, folder: Path) -> Measured | None:
    """What is found of the catalogue in ``root`` among 960 written records; None where there is no Node to search with."""
    node = shutil.which("node")
    if not node:
        return None
    catalogue = published(root)
    for address, made in artefacts():
        _put(folder / address, made())
    real = everything(catalogue)
    twins, asked = zip(*written(), strict=True)
    judged = [query for query in _judged(root) if query["relevant"]]
    _put(folder / "alene.json", whole_index(real, meanings(catalogue)))
    _put(folder / INDEX, _index((*real, *twins), catalogue))
    questions = [query for one in asked for query in one]
    _put(folder / "tvillinger.json", json.dumps(questions).encode())
    _put(folder / "rigtige.json", json.dumps([query["q"] for query in judged]).encode())
    _put(folder / "find.mjs", PROGRAM.encode())
    runs = (f"{INDEX}:tvillinger.json", "alene.json:rigtige.json", f"{INDEX}:rigtige.json")
    told = subprocess.run(
        [node, folder / "find.mjs", folder, *runs], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    among_twins, alone, among = (json.loads(line) for line in told)
    right = [found.id for found in twins for _ in range(QUERIES)]
    topics = [
        [other.id for other in twins[16 * (n // 16) : 16 * (n // 16) + 16]] for n in range(len(twins)) for _ in range(QUERIES)
    ]
    first = [
        next((id for id in found if id in topic), "") == wanted
        for found, topic, wanted in zip(among_twins, topics, right, strict=True)
    ]
    return Measured(_share(first), _share(_first(alone, judged)), _share(_first(among, judged)))


def written() -> Iterator[tuple[Found, list[str]]]:
    """Every written record with what is asked for it."""
    random = Random(SEED)
    kind = KINDS[Intervention].result
    assert kind
    for line in TOPICS.split("\n"):
        title, problem, action, said = line.split("|")
        for who, others in GROUPS:
            for where, elsewhere in PLACES:
                id = f"{title}-{who}-{where}".casefold().replace(" ", "-")
                parts = (
                    Part("Hvorfor", "hvorfor", f"{problem} {who} mangler et sted at mødes {where}."),
                    Part("Sådan gør I", "saadan-goer-i", f"{action} Det foregår {where}."),
                    Part("Hvem gør hvad", "hvem-goer-hvad", f"{who}: Er med til at vælge dag og opgaver."),
                )
                sentences = (f"{said} med {others}", f"{said} {elsewhere}")
                found = Found(id, kind, f"{id}/index.html", f"{title} for {who.lower()} {where}", (), action, parts, sentences)
                asked = [
                    pattern.format(group=random.choice((who.lower(), others)), said=said, place=random.choice((where, elsewhere)))
                    for pattern in ASKED
                ]
                yield found, asked


def _index(everything: tuple[Found, ...], catalogue: Catalogue) -> bytes:
    return whole_index(everything, meanings(catalogue))


def _judged(root: Path) -> list[dict[str, list[str] | str]]:
    judged: list[dict[str, list[str] | str]] = yaml.safe_load((root / "tests/data/strangers.yml").read_text("utf-8"))[
        "development"
    ]
    return judged


def _first(answers: Sequence[Sequence[str]], judged: Sequence[dict[str, list[str] | str]]) -> list[bool]:
    return [bool(ids) and ids[0].split("#")[0] in query["relevant"] for ids, query in zip(answers, judged, strict=True)]


def _share(hits: Sequence[bool]) -> float:
    return 100 * sum(hits) / len(hits)


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
