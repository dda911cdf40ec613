# Constats sur les noms : leurs graphies et leurs écritures.

mixed-script-word = « { $found } » mêle deux alphabets : « { $letters } » { $script ->
        [cyrillic] vient de l’alphabet cyrillique
        [greek] vient de l’alphabet grec
       *[latin] vient de l’alphabet latin
    }, et aucune recherche ne trouvera le mot
name-untransliterated-listed = « { $found } » est resté dans son écriture d’origine ; le glossaire écrit « { $preferred } »
name-untransliterated-by-table = « { $found } » est resté dans son écriture d’origine ; lettre à lettre, ce serait « { $romanized } »
name-untransliterated-unknown = « { $found } » est resté dans son écriture d’origine ; écrivez-le tel que le connaissent les lecteurs de cette langue
name-variant-likely = « { $found } » est très probablement « { $preferred } », comme l’écrit le glossaire ; si c’est un autre nom, indiquez-le sous not-variants
name-variant-letters = « { $found } » est très probablement « { $preferred } », comme l’écrit le glossaire (lettres différentes : { $letters }) ; si c’est un autre nom, indiquez-le sous not-variants
name-inconsistent-spellings = « { $found } » ({ $count } fois) et « { $usual } » ({ $usual_count } fois) semblent être un même nom ; choisissez une graphie, ou inscrivez les deux noms dans un glossaire
