# Fichiers bilingues : pourquoi l’un est refusé, et ce qui n’a pas pu y être lu.
exchange-not-format = ce n’est pas un fichier { $format } ; vérifiez son nom ou convertissez-le d’abord
exchange-other-version = la version { $version } n’est pas { $format } ; enregistrez le fichier au format { $format }
exchange-too-many = le fichier compte plus de { $limit } unités ; divisez-le
exchange-no-language = le fichier n’a pas de texte dans cette langue : { $wanted } ; il contient : { $found }
exchange-other-languages = cette partie associe d’autres langues ({ $source } et { $target }) que la première et a été laissée de côté ; indiquez les langues pour la choisir
exchange-json-malformed = cette ligne n’est plus du JSON valide à partir d’ici ; elle a été laissée de côté
exchange-json-not-text = « { $key } » doit être un texte entre guillemets
exchange-json-no-text = cette ligne n’a ni « source » ni « target » ; elle a été laissée de côté
exchange-row-too-long =
    cette ligne a { $found ->
        [one] { $found } cellule
       *[other] { $found } cellules
    } au lieu de { $expected } ; mettez entre guillemets les cellules qui contiennent un séparateur
exchange-more-faults =
    { $count ->
        [one] { $count } autre endroit n’a pas pu être lu
       *[other] { $count } autres endroits n’ont pas pu être lus
    }
