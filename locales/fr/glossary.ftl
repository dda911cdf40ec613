# Ce qui ne va pas dans un glossaire.
glossary-bad-character-in-form = « { $form } » contient { $character }, un caractère qu’aucun texte ne contient ; retapez la forme, ou enregistrez le fichier en UTF-8
glossary-bad-language-nearest = « { $tag } » n’est pas un code de langue ; écrivez « { $nearest } »
glossary-bad-language-none = « { $tag } » n’est pas un code de langue ; écrivez par exemple en, fr ou pt-BR
glossary-bad-language-not-given = ce fichier ne dit pas quelles sont ses langues ; indiquez la langue source et la langue cible
glossary-undeclared-language-key = « { $key } » est une langue que le fichier n’annonce pas ({ $declared }) ; ajoutez-la à languages
glossary-undeclared-language-nearest = « { $key } » est une langue que le fichier n’annonce pas ({ $declared }) ; vouliez-vous écrire « { $nearest } » ?
glossary-bad-regex-form =
    « { $pattern } » n’est pas une expression régulière : { $reason ->
        [open-group] une parenthèse ( n’est jamais fermée
        [closed-group] une parenthèse ) n’a jamais été ouverte
        [open-class] un crochet [ n’est jamais fermé
        [nothing-repeated] rien ne précède « * », « + » ou « ? »
        [bad-count] le nombre de répétitions entre accolades est faux
        [bad-escape] la barre oblique inverse annonce un caractère spécial qui n’existe pas
        [unsupported] les assertions avant ou arrière et les références arrière ne sont pas disponibles
        [too-big] elle est trop grande
       *[other] elle est illisible
    }
glossary-empty-section-language = l’entrée n’a pas de terme dans cette langue ({ $language }) ; écrivez-en un ou supprimez la langue
glossary-empty-section-form = « { $key } » est vide ; écrivez la forme ou supprimez la clé
glossary-empty-section-cell = il manque le terme dans cette langue ({ $language })
glossary-empty-section-concept = l’entrée « { $id } » n’a de terme dans aucune langue
glossary-syntax-format = les fichiers en « .{ $extension } » ne sont pas lus comme glossaires ; employez .toml, .tbx, .csv, .tsv, .xlsx, .jsonl ou .txt
glossary-syntax-open-quote = ce guillemet n’est jamais fermé ; fermez-le, ou doublez-le s’il appartient au texte
glossary-syntax-behind-quote = le texte qui suit un guillemet fermant a été laissé de côté ; doublez les guillemets qui appartiennent au texte
glossary-syntax-too-many-fields = la ligne a { $found } champs, mais l’en-tête en a { $expected } ; mettez entre guillemets un texte qui contient le séparateur
glossary-syntax-no-tab = il n’y a pas de tabulation entre le terme et sa traduction
glossary-syntax-no-header = la première ligne doit nommer les langues, par exemple en;fr
glossary-syntax-column-twice = la colonne « { $column } » figure ici pour la seconde fois ; supprimez l’une des deux
glossary-syntax-not-tbx = ce n’est pas un fichier TBX ; vérifiez son nom ou convertissez-le d’abord
glossary-syntax-json-line = cette ligne n’est pas un objet JSON décrivant un concept ; corrigez-la ou supprimez-la
glossary-unknown-key-misplaced = « { $key } » se place dans une langue : fr = {"{"} term = "…", { $part } = … {"}"}
glossary-unknown-key-column = colonne inconnue « { $column } » ; elle a été laissée de côté
glossary-unknown-key-column-nearest = colonne inconnue « { $column } » ; vouliez-vous écrire « { $nearest } » ?
glossary-bad-value-cell = « { $column } » ne peut pas valoir « { $value } » ; valeurs possibles : { $expected }
glossary-duplicate-form = « { $form } » figure deux fois pour la même langue ({ $language }) dans cette entrée ; supprimez l’une des deux
glossary-duplicate-concept = « { $form } » a déjà cette traduction dans l’entrée « { $other } » ; réunissez les deux entrées
glossary-duplicate-id-concept = une autre entrée s’appelle aussi « { $id } » ; renommez l’une des deux
glossary-conflict-targets = « { $form } » se dit ici « { $here } », mais « { $there } » dans l’entrée « { $other } » du même domaine ; réunissez les deux entrées, ou donnez à chacune son domaine
glossary-conflict-own = cette entrée admet et rejette à la fois « { $form } » ({ $language }) ; il faut choisir
glossary-conflict-other = « { $form } » est rejeté ici, mais demandé par l’entrée « { $other } » ; il faut choisir
glossary-missing-language-concept = l’entrée « { $id } » n’a pas de terme dans une langue annoncée ({ $language })
glossary-self-reference-use = « { $form } » est à remplacer par « { $instead } », que cette entrée rejette aussi ; indiquez une forme admise
glossary-self-reference-except = « { $form } » est sa propre exception et ne serait jamais contrôlé ; indiquez des expressions plus longues qui le contiennent
glossary-self-reference-variant = « { $form } » est un nom de cette entrée ; retirez-le de not-variants
glossary-too-long-form = « { $form } » compte plus de { $most } mots et signes et n’est jamais recherché ; inscrivez-en une partie plus courte
glossary-stands-there = ici
glossary-unused-entry = aucun texte n’emploie l’entrée « { $id } »
