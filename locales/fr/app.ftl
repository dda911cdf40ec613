# Ce que les commandes disent des fichiers, des projets et de leur travail.
file-not-found = { $path } : fichier introuvable ; vérifiez le chemin
file-is-folder = { $path } : c’est un dossier ; nommez un fichier qu’il contient
file-no-permission = { $path } : lecture interdite ; changez les droits du fichier
folder-no-permission = { $path } : lecture du dossier interdite, si bien que rien de ce qu’il contient n’a été examiné ; changez ses droits
file-too-large = { $path } : dépasse la limite de { $limit } ; augmentez « file » sous [limits] dans visavis.toml
file-unreadable = { $path } : lecture impossible ({ $detail }) ; vérifiez le fichier et le disque où il se trouve
file-bad-encoding = { $count ->
        [one] des octets qui n’appartiennent pas à l’encodage { $encoding } en un endroit
       *[other] des octets qui n’appartiennent pas à l’encodage { $encoding } en { $count } endroits, dont voici le premier
    } ; le reste a été lu ; enregistrez le fichier en UTF-8, ou faites déclarer à la page l’encodage dans lequel elle est
file-not-as-declared = { $count ->
        [one] des octets qui n’appartiennent pas à l’encodage { $encoding } en un endroit
       *[other] des octets qui n’appartiennent pas à l’encodage { $encoding } en { $count } endroits, dont voici le premier
    }, alors que le fichier déclare cet encodage ; le reste a été lu ; si le fichier est dans un autre encodage, sa déclaration est fausse : corrigez-la, ou enregistrez le fichier en { $encoding }
file-nul = { $count ->
        [one] un octet nul
       *[other] { $count } octets nuls, dont voici le premier
    } : ce n’est guère un texte ; le reste a été lu ; vérifiez que c’est le bon fichier
file-binary = { $path } : ce n’est pas un texte ; nommez-en un, ou enregistrez-le en UTF-8 s’il est dans un autre encodage
file-wide = { $path } : lu en { $encoding } ; les corrections gardent cet encodage
file-mislabelled = { $path } : déclare l’encodage { $label }, mais ses octets n’y correspondent pas ; lu en { $encoding } ; corrigez la déclaration dans l’en-tête de la page
file-unknown-encoding = { $path } : déclare l’encodage { $label }, mais il n’existe pas d’encodage de ce nom qui puisse être lu ; lu en { $encoding } ; corrigez la déclaration dans l’en-tête de la page
file-cannot-write = { $path } : écriture impossible ({ $detail })
file-cannot-write-folder = { $path } : écriture impossible : le dossier n’existe pas, ou c’est un fichier ; choisissez un autre dossier
file-cannot-write-permission = { $path } : écriture interdite ; changez les droits ou choisissez un autre dossier
file-cannot-write-link = { $path } : lien symbolique, à travers lequel on n’écrit jamais ; nommez le fichier qu’il désigne
project-not-found = { $folder } : pas de visavis.toml ici ni au-dessus ; écrivez-en un, ou commencez par « visavis init »
project-unknown-rule = il n’y a pas de règle « { $code } » ; « visavis rules » en donne la liste
project-unknown-rule-nearest = il n’y a pas de règle « { $code } » ; vouliez-vous écrire « { $nearest } » ?
check-needs-languages = { $path } : le fichier ne nomme pas ses langues ; ajoutez --source-lang et --target-lang
check-nothing = { $folder } : rien à contrôler ici ; nommez un fichier, ou écrivez un visavis.toml
check-language = { $path } : contrôlé comme texte en { $lang }
page-is-bilingual = { $path } : c’est un fichier bilingue, non une page ; « visavis check » le lit
build-same-language = { $path } : la source et la cible sont toutes deux en { $lang } ; nommez deux langues
page-empty = { $path } : aucun texte dans ce fichier ; il n’y a rien à mettre en regard
page-no-article = { $path } : rien dans ce fichier ne ressemble à un article, tout semble appartenir au site ; mettez l’article dans un élément <article> ou <main>, ou prenez un autre fichier
page-untranslated = { $path } : pas de traduction ; { $translation } n’existe pas
align-not-parallel = { $target } n’est pas une traduction de { $source }, autant qu’on puisse en juger ; toutes les lignes restent ouvertes
align-texts-not-parallel = { $target } n’est pas une traduction de { $source }, autant qu’on puisse en juger
build-no-target-language = { $path } : traduit en quelle langue ? ajoutez --target-lang, ou « target » dans visavis.toml
build-no-source-language = { $path } : en quelle langue est-ce écrit ? ajoutez --source-lang, ou « source » dans visavis.toml
build-no-pages = { $path } : aucune page n’y est nommée ; ajoutez une table [[page]] avec sa clé « source »
fix-not-whole = { $path } : non corrigé, car il n’a pas pu être lu en entier
fix-not-exact = { $path } : non corrigé, car un caractère y est écrit en { $encoding } d’une manière qui ne serait pas conservée ; enregistrez d’abord la page en UTF-8
init-exists = { $path } existe déjà ; rien n’a été écrit
init-project-source = La langue de l’article.
init-project-target = La langue dans laquelle on le traduit, et celle du site sauf si [chrome] lang dit autre chose.
init-project-translation = Omettez la traduction tant qu’elle n’existe pas : les lignes restent ouvertes, avec les termes du glossaire.
init-glossary-head =
    Une entrée par notion : la forme à employer dans chaque langue, et celles à éviter.
    Pluriels, féminins et élisions sont reconnus d’eux-mêmes.
init-glossary-concept = Une première entrée ; le mot entre crochets est son nom, choisi librement.
build-no-page-fits = aucune page ne correspond à « { $pattern } » ; vérifiez le motif dans visavis.toml
build-page-untranslated = « { $target } » est introuvable : les lignes de « { $source } » restent à traduire
build-translation-found = « { $target } » est pris pour la traduction de « { $source } »
