# Recherche, comptage et extraction de termes : « glossary lookup », « stats » et « extract ».

glossary-none-named = aucun glossaire n’est indiqué : donnez-en un avec --glossary, ou inscrivez-le sous « glossaries » dans { $path }
extract-too-much-text = les textes sont trop longs pour être lus en entier ; il peut manquer des termes de la partie laissée de côté. Donnez moins de textes à la fois

## lookup

lookup-nothing = rien de trouvé pour « { $phrase } »
lookup-heading = { $form } [{ $id }]
lookup-heading-within = { $form } [{ $id }], une partie de ce qui est cherché
lookup-heading-part = { $form } [{ $id }], qui contient ce qui est cherché
lookup-heading-near = { $form } [{ $id }], à peu près ce qui est cherché
lookup-forms = { $lang } : { $forms }
lookup-admitted = { $form } (admis)
lookup-deprecated = { $form } (vieilli)
lookup-forbidden = { $form } (à ne pas employer)
lookup-definition = sens : { $text }
lookup-note = remarque : { $text }
lookup-usage = exemple : { $text }
lookup-source = source : { $text }
lookup-keep = à laisser tel quel dans toutes les langues

## stats

stats-concept = entrée
stats-term = terme
stats-used = emplois
stats-kept = respectés
stats-missing = absents
stats-forbidden = interdits
stats-deprecated = vieillis
stats-untranslated = non traduits
stats-spelling = graphie
stats-case = majuscules
stats-unasked = isolés
stats-open = en attente
stats-total = { $count ->
        [one] { $count } entrée
       *[other] { $count } entrées
    }
stats-unused = { $count ->
        [one] { $count } autre entrée ne figure nulle part dans les textes
       *[other] { $count } autres entrées ne figurent nulle part dans les textes
    }
stats-none-used = { $files ->
        [one] aucune entrée du glossaire ne figure dans le texte
       *[other] aucune entrée du glossaire ne figure dans les { $files } textes
    }

## extract

extract-head = Proposé par « visavis glossary extract ». Lisez chaque entrée avant de la garder.
extract-names = Pour une personne, un lieu ou une organisation, ajoutez : kind = "person", "place" ou "organization".
extract-score = { $sort }, valeur { $score }, { $count ->
        [one] { $count } emploi
       *[other] { $count } emplois
    }
extract-facing = « { $form } » figure dans { $count ->
        [one] { $count } des phrases en regard
       *[other] { $count } des phrases en regard
    }
extract-spellings = s’écrit aussi : { $forms }
extract-at = { $path }, ligne { $line } : { $text }
extract-nothing = rien à proposer : les textes sont courts, ou le glossaire a déjà leurs termes
extract-left-out = { $count ->
        [one] { $count } autre proposition est laissée de côté ; augmentez --limit pour la voir
       *[other] { $count } autres propositions sont laissées de côté ; augmentez --limit pour les voir
    }
extract-sort-acronym = sigle
extract-sort-name = nom
extract-sort-term = terme
extract-column-score = valeur
extract-column-uses = emplois
extract-column-sort = sorte
extract-column-source = terme
extract-column-target = traduction
extract-column-together = ensemble
