# Fautes de syntaxe dans les fichiers TOML, dites à qui n’en a jamais vu.
toml-duplicate-key = la clé « { $key } » figure ici pour la seconde fois ; gardez-en une seule ou renommez l’une des deux
toml-unquoted = un texte doit être entre guillemets : écrivez "{ $value }" avec des guillemets droits
toml-open-string = il manque le guillemet qui ferme ce texte
toml-no-value = il manque une valeur ici ; écrivez clé = "valeur"
toml-missing-comma = il manque une virgule ici
toml-extra-comma = il y a ici une virgule de trop
toml-unclosed = « { $mark } » n’est jamais refermé ; rien n’a pu être lu jusqu’à la [table] suivante
toml-bad-key = « { $key } » ne peut figurer tel quel dans une clé ; mettez la clé entre guillemets, ou n’employez que des lettres sans accent, des chiffres, - et _
toml-bad-escape = la barre oblique inverse annonce un caractère spécial qui n’existe pas ; doublez-la, ou entourez le texte d’apostrophes droites (')
toml-too-deep = les listes et les tables sont trop imbriquées ici
