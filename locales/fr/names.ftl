# Noms orthographiés de plusieurs façons.
names-same = même nom
names-other = autre nom
names-same-letters = Mêmes lettres, à la casse, aux accents et aux lettres doubles près.
names-equated = « { $a } » et « { $b } » peuvent noter le même son.
names-differ = « { $a } » et « { $b } » notent des sons différents.
names-extra = Seul l’un des deux a « { $a } ».
names-article = Seul l’un des deux a un article.
names-trimmed = Un possessif ou une élision a été laissé de côté.
names-initial = Une initiale tient lieu d’un mot.
names-missing =
    { $count ->
        [one] L’un des deux omet un mot.
       *[other] L’un des deux omet { $count } mots.
    }
names-order = Les mots sont dans un autre ordre.
names-joined = L’un écrit en un mot ce que l’autre écrit en plusieurs.
names-ending = La terminaison d’une forme fléchie a été laissée de côté.
names-nothing = Aucun nom n’a plusieurs orthographes, ou aucun de ceux demandés n’a été trouvé.
names-paste = À coller dans un glossaire ; vérifiez kind (person, place, organization) et l’orthographe à préférer.
names-no-name = « { $name } » ne contient aucune lettre ; donnez un nom
