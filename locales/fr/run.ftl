# Avis sur la sortie d’erreur, et résumé du travail d’une commande.
notice-error = erreur : { $text }
notice-warning = avertissement : { $text }
notice-info = remarque : { $text }
notice-output = la sortie ne peut pas être écrite ({ $detail })
summary-rows = { $rows ->
        [one] { $rows } ligne de l’article
       *[other] { $rows } lignes de l’article
    }{ $open ->
        [0] , aucune ouverte
        [1] , une ouverte
       *[other] , { $open } ouvertes
    }
summary-chrome = { $lines ->
        [one] { $lines } ligne du site
       *[other] { $lines } lignes du site
    }{ $open ->
        [0] , aucune absente des catalogues
        [1] , une absente des catalogues
       *[other] , { $open } absentes des catalogues
    }
summary-nothing-found = aucun constat
summary-found = constats : { $errors ->
        [one] { $errors } erreur
       *[other] { $errors } erreurs
    }, { $warnings ->
        [one] { $warnings } avertissement
       *[other] { $warnings } avertissements
    }{ $infos ->
        [0] {""}
       *[other] , { $infos } pour information
    }
summary-mendable = { $count ->
        [one] { $count } se corrige sans risque
       *[other] { $count } se corrigent sans risque
    }
summary-written = sortie écrite dans { $folder } : { $names }
summary-next-translate = ensuite : ouvrez { $path } et traduisez les lignes ouvertes
summary-next-look = ensuite : ouvrez { $path }
summary-next-patch = ensuite : appliquez les corrections sûres par « { $command } »
summary-mended = { $count ->
        [one] { $count } correction appliquée
       *[other] { $count } corrections appliquées
    } dans { $files ->
        [one] { $files } fichier
       *[other] { $files } fichiers
    }
summary-nothing-mended = rien qui se corrige sans risque
summary-nothing-mended-unsafe = rien qui puisse être corrigé
summary-refused = { $count ->
        [one] { $count } correction écartée, car elle ferait naître un nouveau constat ; elle reste une suggestion
       *[other] { $count } corrections écartées, car elles feraient naître de nouveaux constats ; elles restent des suggestions
    }
summary-glossary = { $concepts ->
        [one] { $concepts } entrée
       *[other] { $concepts } entrées
    }, { $terms ->
        [one] { $terms } terme
       *[other] { $terms } termes
    }
summary-converted =
    { $count ->
        [one] { $count } concept écrit dans { $path }.
       *[other] { $count } concepts écrits dans { $path }.
    }
summary-begun = écrits : { $names } ; complétez-les, puis lancez « visavis build »
summary-index = { $pages } pages ; toutes : { $path }
