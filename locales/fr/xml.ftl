# Ce qui ne va pas dans un fichier XML, quel que soit son contenu.
xml-internal-subset = le fichier déclare son propre type de document (DOCTYPE avec « [ … ] »), qui peut cacher un contenu nuisible ; il n’a donc pas été lu ; supprimez la partie entre crochets
xml-foreign-encoding = le fichier annonce l’encodage { $encoding } ; enregistrez-le en UTF-8 et recommencez
xml-too-deep = plus de { $limit } éléments sont imbriqués ici ; le fichier n’a pas été lu
xml-truncated = le fichier s’interrompt avant la fin ; ce qui précède a été lu
xml-mismatched-tag = « { $expected } » était attendu ici, et non « { $found } » ; ce qui précède a été lu
xml-malformed = le balisage est défectueux ici ; ce qui précède a été lu
xml-undeclared-entity = « { $entity } » n’existe pas en XML ; écrivez le caractère lui-même
xml-bare-ampersand = un « & » est isolé ici ; écrivez « &amp; »
