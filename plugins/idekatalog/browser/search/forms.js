// Danish words that bend so much that their stem is another: the word, and its other forms behind a colon. What the stemmer sees
// through is not here, nor what is in stopwords.txt. Taken from the lists of simplemma (MIT) and read through; the engine in
// Python (language/danish.py) reads this file too.
export const FORMS = `
afbryde: afbrød afbrudt
aflyse: aflyste aflyst
afgøre: afgjorde afgjort
afhænge: afhang
afsende: afsendte afsendt
afsætte: afsatte afsat
anerkende: anerkendte anerkendt
ansætte: ansattes
artikel: artikler artiklen artiklerne
bage: bagte bagt
barn: børn børnene børns
barnebarn: børnebørn børnebørnene
bede: bad bedt
begå: begik
berøre: berørte berørt
beskrive: beskrev beskrevet
betale: betalte betalt
betyde: betød
bevise: beviste bevist
bidrage: bidrog
binde: bandt bundet bundne
bo: bor boet boede
bog: bøger bøgerne
bringe: bragte bragt
bror: brødre brødrene brødres broderen
bruge: brugte brugt brugtes
bryde: brød brudt
byde: bød budt
bære: båret
centrum: centret centre centrene
cirkel: cirkler cirklen cirklerne
cykel: cykler cyklen cyklerne
datter: døtre døtrene
dele: delte delt
deltage: deltog
drikke: drak drukket drukne
drive: drev drevet drevne
efterfølge: efterfulgte efterfulgt
efterlade: efterlod
erkende: erkendte erkendt
far: fædre fædrene fædres faderen
finde: fandt fundet
flyde: flød flydt
flyve: fløj fløjet
fod: fødder fødderne
forbyde: forbød forbudt
fordele: fordelte fordelt
foreslå: foreslog
foregå: foregik
forlade: forlod
formand: formænd formændene
forsvinde: forsvandt forsvundet
forstad: forstæder forstæderne
forstå: forstod
fortsætte: fortsatte fortsat
fortælle: fortalte fortalt
fortryde: fortrød fortrudt
forudsætte: forudsatte forudsat
fremmed: fremmede
fryse: frøs frosset
følge: fulgte fulgt
føle: følte følt
føre: førte ført
gammel: gamle
genkende: genkendte genkendt
gennemføre: gennemførte gennemført
gennemgå: gennemgik
gentage: gentog
gide: gad
gribe: greb grebet
gælde: gjaldt
gå: gik gået går
handel: handlen
henvende: henvendte henvendt
hilse: hilste hilst
hjælpe: hjalp hjulpet
hænge: hang
høre: hørte hørt
hånd: hænder hænderne
indbyde: indbød indbudt
inddrage: inddrog
indgå: indgik
indsende: indsendte indsendt
indtage: indtog
kapitel: kapitler kapitlet kapitlerne
knuse: knuste knust
kollega: kolleger kollegerne
kursus: kurser kurset kurserne
kortlægge: kortlagde kortlagt
kraft: kræfter kræfterne
kvæle: kvalte kvalt
købe: købte købt
køre: kørte kørt
lade: ladt
lede: ledte
leksikon: leksika
ligge: lå
lyde: lød lydt
lyve: løj løjet
lægge: lagde lagt
lære: lærte lært
læse: læste læst
løse: løste løst
låse: låste låst
mand: mænd mændene mænds
mangel: manglen
middel: midler midlet midlerne
modtage: modtog
mor: mødre mødrene mødres moderen
museum: museet museer
møde: mødte mødt mødtes
nat: nætter nætterne
nedsætte: nedsatte nedsat
nævne: nævnte nævnt
offer: ofre ofret ofrene
omdele: omdelte omdelt
opdrage: opdrog
opgive: opgav
oplyse: oplyste oplyst
oplægge: oplagde
opstå: opstod
oversætte: oversatte oversat
planlægge: planlagde planlagt
regel: regler reglen reglerne
rejse: rejste rejst
risiko: risici
rive: rev revet revne
rose: roste rost
ryge: røg røget
råbe: råbte råbt
rådgive: rådgav
samtale: samtalte
seddel: sedler sedlen sedlerne
sidde: sad
skabe: skabte skabt
skjule: skjulte skjult
skolebarn: skolebørn skolebørnene
skride: skred skredet
skrige: skreg skreget
skrive: skrev skrevet
skyde: skød skudt
skære: skar skåret
slide: sled slidt
slippe: slap sluppet
slå: slog slået slås
smide: smed smidt
smile: smilte
spise: spiste spist
sprede: spredte spredt
springe: sprang sprunget
spørge: spurgte spurgt spurgtes
stad: stæder
stige: steg steget
stjæle: stjal stjålet
storebror: storebrødre
stå: stod stået står
svinge: svang svunget
synge: sang sunget
sælge: solgte solgt
sætte: satte sat
søge: søgte søgt
tabe: tabte tabt
tage: tog
tale: talte talt
tand: tænder
tie: tav tiet
tilbyde: tilbød tilbudt
tillade: tillod
tilrettelægge: tilrettelagde tilrettelagt
titel: titler titlen titlerne
tro: troede troet tror
true: truet truer
træde: trådte trådt
træffe: traf truffet
trække: trak trukket
turde: tør
tvinge: tvang tvunget
udeblive: udeblev udeblevet
uddele: uddelte uddelt
udføre: udførte udført
udgive: udgav
udsende: udsendte udsendt
udskrive: udskrev udskrevet
udsætte: udsatte udsat
udvælge: udvalgte udvalgt
undervise: underviste undervist
undgå: undgik
ung: yngre yngste
vedlægge: vedlagde vedlagt
vide: vidste vidst
vinde: vandt vundet
vise: viste vist
vække: vakte vakt
vælge: valgte valgt
ødelægge: ødelagde ødelagt
`
