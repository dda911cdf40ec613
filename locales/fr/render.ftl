# Ce que les documents bilingues disent autour des textes.
render-languages = { $source } et { $target }
render-skip = Aller au texte
render-rows = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
render-errors = { $count ->
    [one] { $count } erreur
   *[other] { $count } erreurs
}
render-warnings = { $count ->
    [one] { $count } avertissement
   *[other] { $count } avertissements
}
render-infos = { $count ->
    [one] { $count } remarque
   *[other] { $count } remarques
}
render-open-rows = { $count ->
    [one] { $count } ligne à compléter
   *[other] { $count } lignes à compléter
}
render-mended-count = { $count ->
    [one] { $count } constat réglé dans la version révisée
   *[other] { $count } constats réglés dans la version révisée
}
render-no-findings = Rien à signaler.
render-show = Afficher
render-show-all = Toutes les lignes
render-show-found = Avec constats
render-show-errors = Avec erreurs
render-show-open = À compléter
render-nothing-shown = Aucune ligne de cette partie n’est affichée.
render-contents = Sur cette page
render-body = Article
render-chrome = Autour de l’article
render-findings = Constats
render-glossary = Glossaire
render-tally = Emploi des termes
render-tally-sum = { $used ->
        [one] { $used } emploi
       *[other] { $used } emplois
    }, { $kept } { $kept ->
        [one] respecté
       *[other] respectés
    }, { $broken } { $broken ->
        [one] enfreint
       *[other] enfreints
    }
render-tally-used = emplois
render-tally-kept = respectés
render-tally-missing = absents
render-tally-forbidden = interdits
render-tally-deprecated = vieillis
render-tally-untranslated = non traduits
render-tally-spelling = graphie
render-tally-case = majuscules
render-tally-unasked = isolés
render-tally-open = en attente
render-row = Ligne
render-row-number = Ligne { $number }
render-notes = Notes
render-legend = Légende
render-legend-finding = mots qu’une note signale ; le numéro renvoie à la note
render-legend-removed = mots du brouillon que la version révisée supprime
render-legend-added = mots que la version révisée ajoute
render-legend-term = terme du glossaire ; il mène à son entrée
render-legend-open = ligne dont un côté manque
render-legend-hidden = caractère qui ne se verrait pas
render-sample-words = mots signalés
render-sample-old = mots supprimés
render-sample-new = mots ajoutés
render-removed = supprimé :
render-added = ajouté :
render-end-change = fin de la modification
render-to-translate = À traduire en { $lang }
render-no-source = Rien n’y correspond dans l’original
render-hints = Le glossaire donne
render-fixed-form = Version révisée
render-mended = Corrigé dans la version révisée
render-suggestion = Suggestion
render-unsafe-fix = Correction qui peut changer le sens
render-safe-fix = Correction
render-supplied = tiré du catalogue
render-paired-exact = Trouvé tel quel dans le catalogue : { $message }
render-paired-normalised = Trouvé dans le catalogue, aux majuscules, aux espaces ou aux signes près : { $message }
render-paired-template = Trouvé dans le catalogue comme phrase où s’insère un nombre, un nom ou une date : { $message }
render-paired-fuzzy = Le catalogue contient une ligne ressemblante, à vérifier : { $message }
render-unpaired = Absent du catalogue
render-ambiguous = Autres possibilités
render-unsure = Ces deux phrases ne se correspondent peut-être pas (sûr à { $percent } %)
render-to-review = À relire
render-skipped = À ne pas traduire
render-note = Note
render-elsewhere = Voir aussi
render-severity-error = Erreur
render-severity-warning = Avertissement
render-severity-info = Remarque
render-status-preferred = à employer
render-status-admitted = admis
render-status-deprecated = déconseillé
render-status-forbidden = interdit
render-no-form = aucune forme dans cette langue
render-domain = Domaine
render-origin = Source
render-use-instead = écrire « { $form } »
render-keep-as-is = Reste tel quel dans la traduction.
render-concept-term = terme
render-concept-person = personne
render-concept-place = lieu
render-concept-organization = organisation
render-previous = Constat précédent
render-next = Constat suivant
render-help = Clavier
render-close = Fermer
render-whole-entry = Voir dans le glossaire
render-keys-on = Activer ces touches
render-key-next = constat suivant
render-key-previous = constat précédent
render-key-filter = changer les lignes affichées
render-key-help = cette aide
render-made-with = Document fait avec visavis.
render-space = espace
render-no-break-space = espace insécable
render-kind-title = titre
render-kind-dateline = date et lieu
render-kind-heading = intertitre
render-kind-paragraph = paragraphe
render-kind-quote = citation
render-kind-list-item = élément de liste
render-kind-table-cell = cellule de tableau
render-kind-code = code
render-kind-credit = crédit
render-kind-caption = légende
render-kind-byline = signature
render-kind-author = auteur
render-kind-navigation = navigation
render-kind-share = partage
render-kind-form = formulaire
render-kind-button = bouton
render-kind-label = étiquette
render-kind-notice = avis
render-kind-footer = pied de page
render-kind-other = autre
render-index-title = Pages bilingues
render-index-page = Page
render-index-rows = Lignes
render-index-open = À compléter
render-index-errors = Erreurs
render-index-warnings = Avertissements
