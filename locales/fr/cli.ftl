# La ligne de commande : aide, manuel, erreurs d’emploi. Les noms des commandes et des options ne se traduisent pas.

cli-about = Met un texte et sa traduction face à face et contrôle les deux à l’aide d’un glossaire
cli-long =
    visavis lit une page web ou un texte, distingue l’article de l’habillage du site, place chaque phrase en regard de sa traduction et contrôle l’ensemble à l’aide de vos glossaires. Il en tire un document bilingue, pour la lecture (HTML, Markdown) ou pour les outils de traduction (TMX, XLIFF), où les écarts sont signalés.

    Les réglages d’un projet s’écrivent une fois pour toutes dans visavis.toml ; « visavis init » en prépare un premier. Toutes les commandes s’emploient aussi sans lui.

## Titres

cli-heading-usage = Utilisation :
cli-heading-commands = Commandes :
cli-heading-arguments = Arguments :
cli-heading-options = Options :
cli-heading-global = Options générales :
cli-heading-examples = Exemples :
cli-heading-status = Codes de retour :
cli-default = [par défaut : { $values }]
cli-possible = [valeurs : { $values }]
cli-more-help = Pour en savoir plus, lancez « { $command } ».

## Ce qui tient lieu d’une valeur

cli-value-command = COMMANDE
cli-value-file = FICHIER
cli-value-folder = DOSSIER
cli-value-format = FORMAT
cli-value-lang = LANGUE
cli-value-model = MODÈLE
cli-value-name = NOM
cli-value-names = NOM NOM|FICHIER
cli-value-number = NOMBRE
cli-value-options = OPTIONS
cli-value-order = ORDRE
cli-value-page = PAGE
cli-value-path = CHEMIN
cli-value-project = PROJET|PAGE
cli-value-rule = RÈGLE
cli-value-scheme = TABLE
cli-value-severity = GRAVITÉ
cli-value-shell = SHELL
cli-value-source = SOURCE
cli-value-target = CIBLE
cli-value-term = TERME
cli-value-url = URL
cli-value-when = QUAND

## Options de toutes les commandes

cli-global-arg-ui-lang = Langue des messages ; à défaut, celle de l’environnement
cli-global-arg-color = Quand employer la couleur
cli-global-arg-config = Utilise ce fichier de projet au lieu du visavis.toml le plus proche
cli-global-arg-isolated = N’utilise aucun fichier de projet
cli-global-arg-quiet = Ne signale que ce qui a échoué
cli-global-arg-verbose = Indique aussi ce qui a été deviné et décidé
cli-global-arg-jobs = Traite au plus ce nombre de fichiers à la fois ; à défaut, un par processeur
cli-global-arg-help = Affiche l’aide : abrégée avec « -h », complète avec « --help »
cli-global-arg-version = Affiche la version

## Options de plusieurs commandes

cli-shared-arg-path = Textes, fichiers bilingues ou dossiers ; à défaut, le projet ou le dossier courant
cli-shared-arg-pair = Aligne un texte et sa traduction et les traite ensemble
cli-shared-arg-source-lang = Langue de la source, par exemple « en »
cli-shared-arg-target-lang = Langue de la traduction, par exemple « fr » ou « pt-BR »
cli-shared-arg-glossary = Glossaire à respecter ; répétez l’option pour en donner plusieurs
cli-shared-arg-select = Ces règles seulement : noms ou premiers mots de noms, séparés par des virgules
cli-shared-arg-ignore = Toutes les règles sauf celles-ci
cli-shared-arg-fail-on = Échoue dès qu’un constat a au moins cette gravité ; à défaut, celle que fixe le projet, sinon « error »
cli-shared-arg-format = Présentation des constats ; à défaut, « full » dans un terminal et « concise » ailleurs
cli-shared-arg-listing = Présentation du résultat

## build

cli-build-about = Produit les documents bilingues d’un projet ou d’une page
cli-build-long =
    Lit chaque page du projet, distingue son corps de l’habillage du site, aligne le corps avec sa traduction et l’habillage avec le catalogue de messages, contrôle le tout à l’aide des glossaires et écrit les documents.

    La commande réussit dès lors que les documents sont écrits et que chaque entrée a pu être lue en entier, quels que soient les constats ; avec --strict, elle se termine comme « visavis check ».
cli-build-arg-path = Dossier d’un projet, son visavis.toml, ou une page seule
cli-build-arg-out = Dossier de sortie, au lieu de celui du projet
cli-build-arg-formats = Ces documents seulement, séparés par des virgules
cli-build-arg-strict = Échoue là où « visavis check » échouerait

## split

cli-split-about = Énumère les blocs des pages : corps ou habillage, nature, langue
cli-split-arg-page = Les pages
cli-split-arg-body-lang = Langue du corps, si elle est connue
cli-split-arg-chrome-lang = Langue de l’habillage, si elle est connue

## detect

cli-detect-about = Détermine la langue de chaque ligne de l’entrée standard
cli-detect-arg-langs = Langues possibles, séparées par des virgules

## segment

cli-segment-about = Écrit un texte à raison d’une phrase par ligne
cli-segment-long = Chaque ligne du texte est un paragraphe. Une ligne vide suit les phrases de chaque paragraphe. Un projet indique ses propres mots sous [segmentation] dans visavis.toml.
cli-segment-arg-file = Le texte ; « - » désigne l’entrée standard
cli-segment-arg-lang = Sa langue ; à défaut, elle est déterminée d’après le texte
cli-segment-arg-rules = Un fichier TOML d’abréviations et d’autres mots à ajouter pour cette langue
cli-segment-arg-srx = Écrit les règles au format SRX 2.0, pour d’autres outils : celles de --lang, sinon toutes

## align

cli-align-about = Aligne les phrases d’un texte et de sa traduction
cli-align-long =
    Chaque phrase figure sur une ligne et une seule, dans l’ordre des textes. Une phrase sans équivalent y figure seule ; celles d’un même paragraphe omises ensemble partagent une ligne.

    Formats : « tsv » donne les deux textes, séparés par une tabulation ; « ladder » donne les numéros des phrases, comptés à partir de 0, et un indice de confiance ; « json » donne tout cela, à raison d’un objet par ligne ; « tmx » et « xliff » s’adressent aux outils de traduction ; « html » et « md » présentent les textes face à face à des lecteurs.

    Un alignement peut être retouché (lignes réunies, coupées, déplacées), puis rendu par --pin ; ses lignes sont alors conservées.

    Avec --embeddings, les phrases et leurs membres sont envoyés au serveur indiqué, quel qu’il soit pourvu qu’il réponde comme /v1/embeddings d’OpenAI ; sans cette option, rien n’est envoyé nulle part. La clé du serveur est lue dans la variable d’environnement VISAVIS_EMBEDDINGS_KEY.
cli-align-arg-source = Le texte ; « - » désigne l’entrée standard
cli-align-arg-target = Sa traduction
cli-align-arg-segmented = Les textes ont déjà une phrase par ligne
cli-align-arg-pin = Lignes déjà fixées : des lignes comme [3]:[4, 5], ou un alignement retouché
cli-align-arg-embeddings = Demander des plongements de phrases à ce serveur (les textes y sont envoyés)
cli-align-arg-embeddings-model = Modèle à demander au serveur
cli-align-arg-format = Présentation des lignes
cli-align-arg-output = Écrit dans ce fichier plutôt que sur la sortie standard

## check

cli-check-about = Contrôle des textes, des fichiers bilingues ou tout un projet
cli-check-long =
    Un dossier qui contient un visavis.toml est contrôlé comme le projet que ce fichier décrit ; dans tout autre dossier, chaque fichier d’un type connu est contrôlé. Un fichier seul est un texte en une langue ou un fichier bilingue (TMX, XLIFF, TSV, CSV, JSON Lines).

    « visavis rules » énumère ce qui est contrôlé, « visavis explain » dit pourquoi.
cli-check-arg-output = Écrit les constats dans ce fichier plutôt que sur la sortie standard

## fix

cli-fix-about = Contrôle, puis corrige ce qui peut l’être sans risque
cli-fix-long = Accepte tout ce qu’accepte « visavis check ». Les corrections sûres sont celles qu’aucun lecteur ne contesterait ; les autres vous sont laissées, sauf si vous les demandez avec --unsafe.
cli-fix-arg-diff = Montre ce qui changerait, sans rien écrire
cli-fix-arg-unsafe = Applique aussi les corrections susceptibles de changer le sens

## glossary

cli-glossary-about = Travaille sur des glossaires
cli-glossary-check-about = Vérifie que des glossaires sont complets et sans contradiction
cli-glossary-check-arg-file = Les glossaires
cli-glossary-lookup-about = Chercher des mots dans les glossaires
cli-glossary-lookup-long = Trouve les entrées dans toutes leurs langues et toutes leurs formes fléchies, puis celles qui contiennent les mots et celles qui s’écrivent presque de même. Ne rien trouver n’est pas un échec.
cli-glossary-lookup-arg-term = Mots ou expressions, cherchés un à un ; sans aucun, ou avec « - », chaque ligne de l’entrée standard
cli-glossary-lookup-arg-lang = Seulement parmi les termes de cette langue
cli-glossary-extract-about = Proposer des entrées de glossaire d’après des textes
cli-glossary-extract-long = Propose des sigles, des noms et des termes qui reviennent et, dans un texte avec sa traduction, ce qui les rend. Ce que les glossaires ont déjà est laissé de côté. Lisez les propositions avant de les garder.
cli-glossary-extract-arg-format = Forme des propositions : un glossaire où copier, un tableau, ou un objet par ligne
cli-glossary-extract-arg-limit = Nombre de propositions au plus
cli-glossary-extract-arg-min-count = Nombre d’emplois au moins pour un nom ou un terme, à partir de 2
cli-glossary-stats-about = Compter combien de fois chaque entrée est employée, respectée et enfreinte
cli-glossary-stats-arg-format = Forme des comptes
cli-glossary-stats-arg-sort = Ordre des entrées : les plus fautives d’abord, ou par identifiant
cli-glossary-check-arg-texts = Textes, fichiers bilingues ou dossiers : les entrées qu’aucun n’emploie sont signalées
cli-glossary-convert-about = Convertit un glossaire dans un autre format
cli-glossary-convert-arg-in = Le glossaire
cli-glossary-convert-arg-out = Le nouveau fichier ; - pour la sortie standard
cli-glossary-convert-arg-from = Format du glossaire ; à défaut, celui qu’indique la fin de son nom
cli-glossary-convert-arg-to = Format du nouveau fichier ; à défaut, celui qu’indique la fin de son nom
cli-glossary-convert-arg-force = Remplace un fichier TOML existant
cli-glossary-convert-arg-merge = Ajoute ce qui est nouveau à un fichier TOML existant, dont les commentaires et l’ordre sont conservés

## names

cli-names-about = Travaille sur des noms de personnes et de lieux
cli-names-romanize-about = Écrit des noms en lettres latines, d’après une table
cli-names-romanize-long =
    Lit sur l’entrée standard un nom ou un texte par ligne et l’écrit en lettres latines, tel que le connaissent les lecteurs d’une autre langue. Ce qui n’est pas dans l’alphabet de la langue passe sans changement.

    L’arabe et le persan n’écrivent pas les voyelles brèves : la réponse n’a alors que les consonnes, qui confirment une graphie mais n’en font pas une.
cli-names-romanize-arg-from = Langue des noms, par exemple « ru » ou « el »
cli-names-romanize-arg-to = Langue des lecteurs, par exemple « en » ou « fr »
cli-names-romanize-arg-scheme = La table à suivre, par exemple « press », « bgn » ou « iso9 » ; sans elle, l’usage de la presse
cli-names-romanize-arg-list = Énumère les tables et ne lit rien
cli-names-compare-about = Dit si deux orthographes sont un même nom
cli-names-compare-long = Donnez deux noms, ou un fichier de deux noms par ligne séparés par une tabulation ; « - » lit l’entrée standard. Chaque paire reçoit une note de 0 à 1 et un verdict. Un nom sans son pendant est un autre nom.
cli-names-compare-arg-names = Deux noms, ou un fichier de paires
cli-names-compare-arg-why = Dire aussi ce qui a parlé pour et contre
cli-names-variants-about = Énumère les orthographes des noms dans des fichiers, leur nombre et leur place
cli-names-variants-long =
    Cherche les noms donnés ainsi que les personnes et les lieux des glossaires donnés. Sans les uns ni les autres, énumère tout nom écrit de plusieurs façons.

    Avec « --format toml », les orthographes deviennent des entrées de glossaire, la plus fréquente étant préférée.
cli-names-variants-arg-path = Textes, fichiers bilingues ou dossiers
cli-names-variants-arg-name = Un nom à chercher ; donnez l’option une fois pour chacun
cli-names-variants-arg-glossary = Un glossaire dont chercher les personnes et les lieux ; donnez l’option une fois pour chacun
cli-names-variants-arg-format = Façon d’écrire les orthographes

## chrome

cli-shared-arg-catalogue = Un catalogue d’habillage, en plus de ceux qui sont intégrés : un fichier Fluent, PO, MO ou JSON, ou un dossier de tels fichiers ; répétez l’option pour chacun
cli-shared-arg-chrome-lang = Langue de l’habillage, si elle est connue
cli-chrome-about = Travailler sur l’habillage des sites : menus, formulaires, avis
cli-chrome-pair-about = Associer chaque ligne de l’habillage d’une page aux catalogues
cli-chrome-pair-long = Écrit pour chaque ligne comment elle a été reconnue (exact, normalised, template, fuzzy), son texte dans l’autre langue et le message dont il s’agit. Une ligne qui peut être plusieurs messages est écrite avec chacun d’eux ; une ligne qui n’en est aucun reste ouverte.
cli-chrome-pair-arg-page = La page
cli-chrome-pair-arg-lines = Prendre chaque ligne du fichier pour une ligne d’habillage
cli-chrome-audit-about = Confronter les catalogues entre eux, au glossaire et aux pages
cli-chrome-audit-long = Trouve les messages qui manquent dans une langue, ceux qui ne sont plus à jour, ceux dont les variables ou les formes du pluriel diffèrent, ceux qui enfreignent le glossaire ou la typographie de leur langue ; avec des pages, aussi les lignes qui ne correspondent à aucun message et les messages auxquels ne correspond aucune ligne.
cli-chrome-audit-arg-page = Pages qui affichent les messages
cli-chrome-add-about = Écrire des messages pour les lignes d’une page qu’aucun catalogue ne connaît
cli-chrome-add-long = Complète les fichiers du catalogue dans les deux langues (Fluent, PO, JSON, ARB) : le texte est rempli dans la langue de la ligne, laissé ouvert et marqué dans l’autre. Ce que les fichiers contiennent déjà est gardé à l’octet près, et un second passage n’ajoute rien.
cli-chrome-add-arg-page = La page
cli-chrome-add-arg-catalogue = Un fichier du catalogue, ou son dossier ; un dossier sans catalogue reçoit des fichiers Fluent
cli-chrome-add-arg-name = Nom des fichiers dans le dossier, sans langue ni extension

## explain, rules

cli-explain-about = Explique une règle : ce qu’elle contrôle, pourquoi, avec des exemples
cli-explain-arg-rule = La règle, telle que les constats la nomment
cli-rules-about = Énumère les règles

## init

cli-init-about = Prépare un premier visavis.toml et un glossaire dans un dossier
cli-init-arg-folder = Le dossier

## completions, man, help

cli-completions-about = Écrit le script de complétion d’un shell sur la sortie standard
cli-completions-arg-shell = Le shell
cli-man-about = Écrit la page de manuel
cli-man-arg-out = Écrit une page par commande dans ce dossier, au lieu d’une page unique sur la sortie standard
cli-help-about = Affiche l’aide d’une commande
cli-help-arg-command = La commande, par exemple « check » ou « glossary check »
cli-completion-commands = commandes

## Exemples

cli-example-build = Produire les documents bilingues du projet courant :
cli-example-pair = Contrôler une traduction au regard de sa source et d’un glossaire :
cli-example-diff = Voir ce qui pourrait être corrigé, sans rien changer :
cli-example-explain = Comprendre un constat :
cli-example-build-page = Traiter une page qui n’appartient à aucun projet, en HTML et en TMX :
cli-example-build-strict = En intégration continue, échouer aussi sur les avertissements :
cli-example-check = Contrôler le projet courant :
cli-example-check-file = Contrôler un fichier bilingue à l’aide d’un glossaire :
cli-example-check-sarif = Écrire un rapport destiné à l’analyse de code :
cli-example-align = Placer deux textes côte à côte :
cli-example-align-segmented = Aligner des textes à une phrase par ligne et n’écrire que des numéros :

## Codes de retour

cli-status-0 = Terminé ; aucun constat n’atteint la gravité fixée par --fail-on
cli-status-1 = Au moins un constat atteint cette gravité ; pour « fix », il en reste, ou --diff a quelque chose à montrer
cli-status-2 = Emploi, réglage ou glossaire incorrect, ou fichier impossible à lire ou à écrire
cli-status-3 = Une entrée n’a pas pu être lue en entier ; ce qui a pu l’être a été traité
cli-status-101 = Une erreur de visavis lui-même

## Manuel

cli-man-manual = Commandes de l’utilisateur
cli-man-name = NOM
cli-man-synopsis = SYNOPSIS
cli-man-description = DESCRIPTION
cli-man-commands = COMMANDES
cli-man-arguments = ARGUMENTS
cli-man-options = OPTIONS
cli-man-global = OPTIONS GÉNÉRALES
cli-man-examples = EXEMPLES
cli-man-status = CODES DE RETOUR
cli-man-environment = ENVIRONNEMENT
cli-man-files = FICHIERS
cli-man-see-also = VOIR AUSSI
cli-man-file-project = Le projet : langues, glossaires, pages, documents produits et règles. Cherché dans le dossier indiqué et dans ceux qui le contiennent.
cli-man-file-pyproject = Peut contenir les mêmes réglages dans la table [tool.visavis].
cli-variable-visavis-lang = Langue des messages, prioritaire sur les suivantes.
cli-variable-lc-all = Langue des messages ; la première qui est définie l’emporte. Si visavis ne parle pas cette langue, il répond en anglais.
cli-variable-no-color = Si elle est définie et non vide, aucune couleur n’est employée.
cli-variable-clicolor-force = Si elle est définie et différente de 0, la couleur est employée même hors d’un terminal.
cli-variable-columns = Largeur des textes d’aide, en caractères ; au plus 100.

## Erreurs d’emploi

cli-label-error = erreur :
cli-label-tip = conseil :
cli-error-unknown-option = option inconnue « { $option } »
cli-error-unknown-argument = « { $argument } » est un argument de trop
cli-error-unknown-command = commande inconnue « { $command } »
cli-error-no-command = il faut une commande après « { $command } »
cli-error-invalid-value = « { $value } » n’est pas une valeur de « { $option } »
cli-error-empty-value = il faut une valeur à « { $option } »
cli-error-missing =
    { $count ->
        [one] il manque « { $arguments } »
       *[other] il manque plusieurs arguments : { $arguments }
    }
cli-error-no-equals = il faut un signe égal entre « { $option } » et sa valeur
cli-error-surplus-value = « { $value } » est une valeur de trop pour « { $option } »
cli-error-too-few-values = il faut au moins { $wanted } valeurs à « { $option } », et non { $given }
cli-error-wrong-number-of-values =
    il faut { $wanted ->
        [one] une valeur
       *[other] { $wanted } valeurs
    } à « { $option } », et non { $given }
cli-error-repeated = « { $option } » figure plusieurs fois
cli-error-stdin-twice = l’entrée standard ne se lit qu’une fois : indiquez un fichier à la place d’un « - »
cli-error-conflict = « { $option } » et « { $others } » ne s’emploient pas ensemble
cli-error-not-utf8 = « { $argument } » n’est pas de l’UTF-8 valide ; seuls les noms de fichiers peuvent contenir d’autres octets
cli-error-misunderstood = ces arguments sont incompréhensibles
cli-error-bad-language = « { $option } » attend un code de langue ; « { $value } » n’en est pas un
cli-error-bad-number = « { $option } » attend un nombre entier supérieur ou égal à 1 ; « { $value } » n’en est pas un
cli-error-unknown-rule = la règle « { $rule } » n’existe pas
cli-error-no-scheme = aucune table ne mène de cette langue ({ $from }) à celle-là ({ $to })
cli-tip-similar = vouliez-vous écrire « { $name } » ?
cli-tip-values = valeurs admises : { $values }
cli-tip-commands = commandes possibles : { $commands }
cli-tip-elsewhere = « { $option } » est une option de « { $command } »
cli-tip-two-dashes = si « { $argument } » est un nom de fichier, écrivez « -- { $argument } »
cli-tip-no-dashes = pour lancer « { $command } », supprimez le « -- » qui précède
cli-tip-language-codes = écrivez un code tel que en, fr ou pt-BR
cli-tip-rules = « visavis rules » les énumère toutes
cli-tip-schemes = « visavis names romanize --list » énumère les tables
