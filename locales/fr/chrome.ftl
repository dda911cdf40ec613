### Ce qui se dit des catalogues d’habillage apportés par l’utilisateur.

chrome-syntax = ce n’est pas un message de catalogue ; écrivez « nom = texte » au bord de la ligne et mettez en retrait les lignes qui en font partie
chrome-syntax-expected = il manque ici « { $sign } » ; écrivez « nom = texte » au bord de la ligne et mettez en retrait les lignes qui en font partie
chrome-too-deep = trop d’accolades imbriquées ; rien de ce fichier n’est utilisé
chrome-duplicate = « { $id } » est défini une seconde fois ; la première définition est retenue ; supprimez-en une ou donnez-lui un autre nom
chrome-no-value = « { $id } » n’a pas de texte propre ; écrivez-le après le signe égal
chrome-unknown-reference = « { $id } » renvoie à « { $name } », que ce fichier ne définit pas
chrome-too-many-forms = « { $id } » a trop de variantes ou de variables, ou se renvoie à lui-même ; faites-en plusieurs messages
chrome-unknown-kind = « { $kind } » n’est pas un type de variable ; écrivez l’un de ceux-ci : { $known }
chrome-no-counterpart = « { $id } » n’a pas de pendant en { $lang } ; ajoutez-le au catalogue de cette langue
chrome-variables-differ = « { $id } » a ici les variables « { $own } », mais « { $other } » en { $lang } ; il faut les mêmes des deux côtés
