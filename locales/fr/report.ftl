# Ce qui entoure les constats d’un rapport.
report-error = erreur
report-warning = avertissement
report-info = remarque
# Le début d’une ligne : la gravité, puis le code de la règle.
report-head = { $severity } { $rule } :
# Le début de la ligne au-dessus d’un passage marqué.
report-title = { $severity }[{ $rule }] :
# À quel point on peut se fier à une correction ; ce qu’elle fait vient ensuite.
# L’espace insécable précède le deux-points.
report-fix-safe = correction sûre{ "\u00A0" }
report-fix-unsafe = correction risquée
report-fix-suggestion = suggestion{ "\u00A0" }
report-note = note{ "\u00A0" }
# Ce que fait une correction ; les textes viennent entre guillemets, une espace seule par son nom.
report-replace = remplacer { $old } par { $new }
report-insert = insérer { $new }
report-remove = supprimer { $old }
report-more-edits = { $count ->
        [one] … et encore un changement
       *[other] … et encore { $count } changements
    }
report-more-places = { $count ->
        [one] et encore un endroit
       *[other] et encore { $count } endroits
    }
report-goes-on = le passage marqué se termine à la ligne { $line }
report-quoted = « { $text } »
report-space = une espace
report-no-break-space = une espace insécable
report-narrow-no-break-space = une espace fine insécable
report-line-break = un saut de ligne
# La dernière ligne : combien de constats.
report-errors = { $count ->
        [one] { $count } erreur
       *[other] { $count } erreurs
    }
report-warnings = { $count ->
        [one] { $count } avertissement
       *[other] { $count } avertissements
    }
report-infos = { $count ->
        [one] { $count } remarque
       *[other] { $count } remarques
    }
report-summary = { $counts } dans { $files ->
        [one] { $files } fichier
       *[other] { $files } fichiers
    }
report-fixable = { $count ->
        [one] Une correction sûre peut être appliquée : visavis fix
       *[other] { $count } corrections sûres peuvent être appliquées : visavis fix
    }
report-nothing = rien à signaler
