# Fautes dans les fichiers TOML que l’on écrit à la main : projets et glossaires.
toml-syntax = TOML mal formé : { $detail }
toml-unknown-key = clé inconnue « { $key } » ; supprimez-la
toml-unknown-key-nearest = clé inconnue « { $key } » ; vouliez-vous écrire « { $nearest } » ?
toml-wrong-type =
    « { $key } » doit être { $expected ->
        [string] un texte entre guillemets
        [array] une liste entre crochets
        [table] une table
        [boolean] true ou false
        [integer] un nombre entier
       *[other] { $expected }
    }, et non { $found ->
        [string] un texte
        [array] une liste
        [table] une table
        [boolean] true ou false
        [integer] un nombre entier
        [float] un nombre décimal
        [datetime] une date
       *[other] { $found }
    }
toml-wrong-value = « { $key } » ne peut pas valoir « { $value } » ; valeurs possibles : { $expected }
toml-missing-key = il manque la clé « { $key } » ; ajoutez-la
