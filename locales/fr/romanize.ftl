# Ce qui se dit quand des noms sont écrits en lettres latines.
romanize-skeleton = langue sans voyelles brèves écrites ({ $lang }) : ce ne sont que des consonnes, pour vérifier une graphie ; aucune n’est une graphie
