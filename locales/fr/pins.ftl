## Rangées fixées par l’utilisateur, et passages déplacés

pins-not-a-row = cette ligne n’est pas une rangée ; écrivez [3]:[4, 5], ou deux textes séparés par une tabulation
pins-not-in-a-row = les phrases d’une rangée doivent se suivre
pins-out-of-range = il n’y a pas de phrase { $number } ; le texte en compte { $count }, numérotées à partir de 0
pins-twice = cette phrase figure déjà dans la rangée de la ligne { $line }
pins-crossing = cette rangée croise celle de la ligne { $line } ; les rangées doivent suivre l’ordre des deux textes
pins-not-found = aucune phrase ne se lit plus ainsi ; la rangée est alignée comme les autres
pins-numbers-differ = les numéros de cette rangée désignent d’autres phrases que ses textes ; ce sont les textes qui comptent
align-moved = la traduction de ce passage se trouve ailleurs, à partir de la ligne { $line } de { $target } ; ces rangées restent sans correspondance
