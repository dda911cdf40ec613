# Associer, vérifier et compléter les catalogues d’habillage : « chrome pair », « audit » et « add ».

chrome-file-no-language = rien ne dit en quelle langue est { $path } ; mettez-le dans un dossier au nom de la langue (« fr »), ou nommez-le ainsi (« fr.json »)
chrome-file-format = { $path } n’est pas un catalogue : utilisez Fluent (.ftl), gettext (.po, .pot, .mo) ou JSON (.json, .arb)
chrome-page-language = rien ne dit en quelle langue est l’habillage de { $path } ; indiquez --chrome-lang
chrome-none-named = aucun catalogue n’est indiqué : donnez-en un avec --catalogue, ou nommez-le sous « catalogues » dans la section [chrome] de visavis.toml
chrome-audit-unpaired = cette ligne ne correspond à aucun message des catalogues ; ajoutez-en un, par exemple avec « visavis chrome add »
chrome-typography-habit = ce fichier enfreint la règle « { $rule } » à { $count } endroits, dont voici le premier ; si c’est voulu, ignorez la règle pour lui
chrome-term-missing = « { $id } » parle de « { $term } », et sa traduction ne dit pas « { $preferred } »
chrome-term-wrong = « { $id } » est traduit par « { $found } » ; le glossaire dit « { $preferred } »
chrome-add-encoding = { $path } n’est pas entier, ou son encodage ne peut être réécrit à l’identique ; enregistrez-le d’abord en UTF-8, pour que rien n’en soit perdu
chrome-add-letters = { $path } est en { $encoding }, où manquent des lettres des nouveaux messages ; enregistrez-le en UTF-8 et dites-le dans son en-tête
chrome-add-broken = rien ne peut être ajouté à { $path }, qui n’est pas compris ; « visavis chrome audit » dit à quel endroit
chrome-add-unquotable = { $path } : « { $line } » n’a pas été ajouté, car i18next mettrait autre chose à la place de « { $sign } », et ces signes ne peuvent y être protégés ; écrivez ce message à la main, avec une variable à cet endroit
chrome-add-several = { $path } contient les catalogues de plusieurs programmes ; choisissez-en un avec --name : { $names }
chrome-add-format = rien ne peut être ajouté à { $path } ; donnez un fichier Fluent (.ftl), gettext (.po) ou JSON (.json, .arb), ou un dossier
chrome-added = { $count ->
    [one] Un message ajouté
   *[other] { $count } messages ajoutés
 } ; traduisez ce qui est resté vide ou porte la marque « visavis: to translate »
chrome-added-to = écrit : { $path }
chrome-added-nothing = Toutes les lignes sont déjà connues ; rien n’a été écrit
