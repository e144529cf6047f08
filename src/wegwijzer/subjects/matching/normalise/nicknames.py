"""Everyday forms of given names, in the Netherlands and among its newcomers."""

_FORMS = """
abraham: bram braam abram ibrahim ebrahim ibraheem
adriaan: arie aad adrianus ad adri adriana adrian jaan
albert: albertus bert ab appie bertus albrecht
alexander: alex sander xander aleksander lex sasha alexandre alessandro
alida: aaltje alie aly
anna: ans anneke annie anita anne an anja annet hanna hannah johanna hanneke joke jopie jo johanneke
antonius: anton toon ton tonnie antoon teun theun antoine anthony tony antonio
bartholomeus: bart bartel mees
benjamin: ben benny
bernardus: bernard ben bennie bernd berend barend
catharina: trijn trijntje cathrien katrien tineke rina toos kaatje karin ina carina catherine katharina
christina: christien stien stina tina christine kristina chris
christiaan: christianus chris christian kris
cornelia: cor corrie nel nelleke neeltje cora
cornelis: kees cor cornelius corneel niels krelis nelis
daniel: daan dan danny daniel
david: dave davy daud dawud
diederik: dirk derk rik diederick dick
elisabeth: els elly bep betsy liesbeth elsje lies liesje betty beth lisa ellie elizabeth eliza
ferdinand: ferry nand
franciscus: frans frank franc francis ciscus sjef francois
francisca: fransje cisca fran francine
frederik: frits fred freek frederick fredrik fredericus
gerardus: gerard gerrit ger sjraar gerhard gert geert gerardo
gertruda: truus geertje trudy geertruida trudie gertrude
gijsbert: gijs gijsbertus
gregorius: greg gregor
hendrik: henk henri henry hein hendrikus henricus rik harrie harry heinrich hendricus
hendrika: hennie riek rika henriette
hubertus: huub hub bert hubert
jacob: jaap jakob sjaak jacobus koos jack jacques jacco yakub yaqub cobus
jacoba: coba co jacqueline
jan: johannes johan hans jo john johnny jean giovanni ivan juan jon yahya jannes sjon joannes
jeroen: jerome hieronymus
johanna_maria: annemarie
joseph: jozef jos sjef jef joep josephus yusuf youssef yousef joe giuseppe jose
joris: george georgius georg jurgen jorge
joshua: jos
katarzyna: kasia
klaas: nicolaas nico nick claus nicolas nicholas niek nicolaus nikolai
laurens: laurentius lou louwrens lars laurent lourens lorenzo
leonardus: leo leon leendert len leonard
lodewijk: louis lou ludwig lowie luis luigi
lucas: luc luuk luke lukas
maarten: martin martinus mart tinus marten martijn
magdalena: lena leen magda magdaleen
malgorzata: gosia
margaretha: greet gretha griet margriet margreet marga greta grietje rita margaret maggie meg peggy
maria: marie mia riet ria marja mieke miep mies marijke maaike mariska marietje rie mary maryam meryem
mattheus: thijs matthijs matteo mathijs matthias theus matthew tijs mathieu
michael: michiel michel mike giel michal mikhail miguel
mohammed: mohamed muhammad mohammad muhammed mohamad mo mehmet mehmed mohd muhamad mhmd mouhamed
omar: umar omer
patrick: pat rick
paulus: paul pauwel pavel pablo paolo
petronella: nel pietje nelly petra ella
petrus: piet pieter peter pierre pim peer petr pedro pjotr piotr
richard: rick dick ries rich richie
robert: rob bob robbie robin bobby robbert bert
rudolf: ruud roel rolf rudi rudy
samuel: sam sami
sebastiaan: bas bastiaan sebas sebastian
simon: siem sijmen simeon
stefan: steven stephan stefanus stephen steve istvan
susanna: suus suzanne sanne suze susan
theodorus: theo dorus door theodoor ted
theresia: trees thea tess theresa
thomas: tom thom tomas tommie tommy tomasz
victor: vic viktor
vincent: vinnie vincentius
wilhelmina: wil willemien mien mina minnie willemijn willie helma
willem: wim wil bill pim willy guillaume william wilhelm will billy wilhelmus liam
ahmed: ahmad ahmet achmed
ali: aly
fatima: fatma fatimah fatoumata
hassan: hasan
hussein: husein hossein hoessein husayn
khalid: khaled halid
abdullah: abdallah abdoellah abdul abdel
mustafa: mostafa moustafa mustapha
edward: ed eddie edwardus eduard ted ned
charles: karel carel charlie carolus karl carl carlos
andreas: andries andre andrew andrea andrei andrzej andy dries
gabriel: gab gaby gabriela
"""


def _read(text: str) -> dict[str, str]:
    """Return the root of each form; the first line that names a form wins."""
    roots: dict[str, str] = {}
    for line in text.strip().splitlines():
        root, _, forms = line.partition(":")
        for form in (root, *forms.split()):
            roots.setdefault(form, root)
    return roots


ROOT_OF = _read(_FORMS)
