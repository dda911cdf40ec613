# Conversion de glossaires : ce qu’un format ne peut contenir, et pourquoi quelque chose n’est pas fait.
glossary-convert-loses =
    { $count ->
        [one] { $count } concept perd son « { $what } », que { $format } ne contient pas
       *[other] { $count } concepts perdent leur « { $what } », que { $format } ne contient pas
    }
glossary-convert-loses-concepts =
    { $count ->
        [one] { $count } concept est laissé de côté, car { $format } ne peut le contenir
       *[other] { $count } concepts sont laissés de côté, car { $format } ne peut les contenir
    }
glossary-convert-loses-name = le nom du glossaire est perdu : { $format } n’en contient pas
glossary-convert-loses-languages = { $format } n’indique pas que le glossaire est prévu aussi pour : { $languages }
glossary-convert-too-large = le glossaire est trop grand pour { $format } ; divisez-le
glossary-convert-needs-languages = { $format } exige les langues, que le fichier n’indique pas ; donnez-les avec --source-lang et --target-lang
glossary-convert-left-out =
    { $count ->
        [one] { $count } concept a « { $what } », laissé de côté : un glossaire n’en contient pas ici
       *[other] { $count } concepts ont « { $what } », laissé de côté : un glossaire n’en contient pas ici
    }
glossary-convert-second-preferred =
    { $count ->
        [one] { $count } concept a deux termes privilégiés dans une même langue ; le premier le reste, l’autre devient admis
       *[other] { $count } concepts ont deux termes privilégiés dans une même langue ; le premier le reste, l’autre devient admis
    }
glossary-convert-unknown-format = la fin de « { $path } » n’indique pas le format ; donnez-le avec { $option } : { $formats }
glossary-convert-exists = « { $path } » existe déjà ; complétez-le avec --merge ou remplacez-le avec --force
glossary-convert-merge-needs-toml = seul un fichier TOML peut être complété ; retirez --merge
glossary-convert-already-there =
    { $count ->
        [one] { $count } concept se trouve déjà dans « { $path } » et y reste tel quel
       *[other] { $count } concepts se trouvent déjà dans « { $path } » et y restent tels quels
    }
glossary-convert-more-warnings =
    { $count ->
        [one] { $count } autre remarque sur « { $path } » : voir « visavis glossary check »
       *[other] { $count } autres remarques sur « { $path } » : voir « visavis glossary check »
    }
glossary-convert-languages-unnamed = « { $path } » n’indique pas ses langues ; donnez-les avec --source-lang et --target-lang
glossary-unreadable = « { $path } » n’a pas été lu
glossary-edit-not-toml = le glossaire n’est plus du TOML à partir de la ligne { $line } ; corrigez-le à l’aide de « visavis glossary check »
glossary-edit-not-possible = « { $id } » ne peut être ajouté à ce glossaire sans en changer le reste ; ajoutez-le à la main
glossary-edit-no-concept = le glossaire n’a pas d’entrée « { $id } »
