# Règles number-mismatch et placeholder-mismatch.
number-mismatch-differs = « { $found } » se trouve là où la source porte « { $expected } »
number-mismatch-missing = le nombre « { $expected } » de la source manque dans la traduction
number-mismatch-added = le nombre « { $found } » ne se trouve pas dans la source
placeholder-mismatch-missing = la variable « { $expected } » de la source manque dans la traduction
placeholder-mismatch-added = la variable « { $found } » ne se trouve pas dans la source
placeholder-mismatch-order = la variable « { $found } » se trouve là où la source porte « { $expected } » : sans numéro, les variables gardent l’ordre de la source
