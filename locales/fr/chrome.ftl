### Ce qui se dit des catalogues d’habillage apportés par l’utilisateur.

chrome-syntax = ce n’est pas un message de catalogue ; écrivez « nom = texte » au bord de la ligne et mettez en retrait les lignes qui en font partie
chrome-syntax-expected = il manque ici « { $sign } » ; écrivez « nom = texte » au bord de la ligne et mettez en retrait les lignes qui en font partie
chrome-too-deep = trop d’accolades imbriquées ; rien de ce fichier n’est utilisé
chrome-no-value = « { $id } » n’a pas de texte propre ; écrivez-le après le signe égal
chrome-unknown-reference = « { $id } » renvoie à « { $name } », que ce fichier ne définit pas
chrome-too-many-forms = « { $id } » a trop de variantes ou de variables, ou se renvoie à lui-même ; faites-en plusieurs messages
chrome-unknown-kind = « { $kind } » n’est pas un type de variable ; écrivez l’un de ceux-ci : { $known }
chrome-twice = « { $id } » est défini une seconde fois ; la première définition est retenue. Supprimez-en une, ou donnez-lui un autre nom
chrome-message-twice = « { $id } » est défini deux fois dans ce fichier ; supprimez l’une des deux définitions
chrome-no-language = rien ne dit en quelle langue est ce catalogue ; indiquez-la dans l’en-tête (« Language: fr ») ou dans le nom du fichier
chrome-missing-counterpart = « { $id } » n’a pas de pendant en { $lang } ; ajoutez-le au catalogue de cette langue
chrome-missing-open = « { $id } » n’est pas encore traduit en { $lang } ; aucune ligne de page ne lui est associée
chrome-outdated-fuzzy = la traduction de « { $id } » est marquée comme approximative ; relisez-la et retirez la marque
chrome-outdated-fuzzy-from = la traduction de « { $id } » a été faite pour « { $text } » ; relisez-la et retirez la marque
chrome-outdated-from = « { $id } » a été traduit de « { $text } », que l’autre langue ne dit plus ; traduisez-le à nouveau
chrome-placeholders-differ = « { $id } » a ici les variables « { $own } », mais « { $other } » en { $lang } ; il faut les mêmes des deux côtés
chrome-plural-lacks = il manque à « { $id } » des formes du pluriel nécessaires en { $lang } : { $forms }
chrome-plural-surplus = « { $id } » a des formes du pluriel qu’aucun nombre ne prend en { $lang } : { $forms }
chrome-duplicate-text = « { $text } » est traduit par « { $other } » dans « { $id } », et autrement ici ; choisissez une seule traduction, ou distinguez les deux par un contexte
chrome-unused-message = aucune des pages n’affiche « { $id } »
chrome-po-string = il manque ici un texte entre guillemets droits, ou le guillemet qui le ferme ; à l’intérieur, un guillemet droit s’écrit \"
chrome-po-keyword = une ligne de fichier PO ne commence pas ainsi ; écrivez msgctxt, msgid, msgid_plural, msgstr ou msgstr[0]
chrome-po-escape = « \{ $sign } » ne veut rien dire dans un fichier PO ; pour une barre oblique inverse, écrivez \\
chrome-po-index = le numéro d’une forme du pluriel va de 0 à 7
chrome-po-stray = ce texte n’appartient à aucun message ; écrivez msgid ou msgstr devant lui
chrome-mo-magic = ce n’est pas un fichier MO ; compilez-le à nouveau avec msgfmt
chrome-mo-truncated = le fichier est tronqué ou abîmé : ce que désigne l’octet { $at } est en dehors. Compilez-le à nouveau avec msgfmt
chrome-mo-encoding = le texte que désigne l’octet { $at } n’est pas en UTF-8 ; compilez le fichier à nouveau avec msgfmt
chrome-json-syntax = ce n’est pas du JSON ; ce qui précède est utilisé
chrome-json-too-deep = trop d’objets sont emboîtés ; ce qui précède est utilisé
chrome-json-icu = les accolades de « { $id } » ne forment pas un choix compréhensible ; chaque forme a ses propres accolades, et la dernière s’appelle « other »
