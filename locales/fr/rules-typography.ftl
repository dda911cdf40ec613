# Fautes de typographie que les règles relèvent dans le texte courant.
date-order-day-first = « { $date } » donne d’abord le jour, « { $other } » d’abord le mois ; gardez un seul ordre
date-order-month-first = « { $date } » donne d’abord le mois, « { $other } » d’abord le jour ; gardez un seul ordre
double-space-found = { $count } espaces de suite ; une seule suffit
no-break-space-missing = il manque une espace insécable à côté de « { $mark } »
no-break-space-odd = l’espace à côté de « { $mark } » devrait être une insécable de la bonne largeur
no-break-space-surplus = pas d’espace avant « { $mark } »
no-break-space-digits = l’espace entre les tranches de chiffres devrait être insécable
no-break-space-between-words = une espace insécable entre deux mots que rien n’oblige à rester ensemble
raw-placeholder-found = « { $placeholder } » aurait dû céder la place à une valeur avant l’affichage de la page
unbalanced-open = « { $mark } » est ouvert et n’est jamais fermé ; il manque « { $counterpart } » dans ce paragraphe
unbalanced-closed = « { $mark } » ne ferme rien ; il manque « { $counterpart } » dans ce paragraphe
unbalanced-straight = un « { $mark } » de trop ou de moins dans ce paragraphe
