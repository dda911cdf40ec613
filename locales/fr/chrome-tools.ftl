# Associer, vérifier et compléter les catalogues d’habillage : « chrome pair », « audit » et « add ».

chrome-file-no-language = rien ne dit en quelle langue est { $path } ; mettez-le dans un dossier au nom de la langue (« fr »), ou nommez-le ainsi (« fr.json »)
chrome-file-format = { $path } n’est pas un catalogue : utilisez Fluent (.ftl), gettext (.po, .mo) ou JSON (.json)
chrome-page-language = rien ne dit en quelle langue est l’habillage de { $path } ; indiquez --chrome-lang
chrome-none-named = aucun catalogue n’est indiqué : donnez-en un avec --catalogue, ou nommez-le sous « catalogues » dans la section [chrome] de visavis.toml
chrome-audit-unpaired = cette ligne n’est aucun message des catalogues ; ajoutez-en un, par exemple avec « visavis chrome add »
chrome-term-missing = « { $id } » parle de « { $term } », et sa traduction ne dit pas « { $preferred } »
chrome-term-wrong = « { $id } » est traduit par « { $found } » ; le glossaire dit « { $preferred } »
chrome-add-encoding = { $path } n’est pas entier ou n’est pas en UTF-8 ; réparez-le d’abord, pour que rien n’en soit perdu
chrome-added = { $count ->
    [one] Un message ajouté
   *[other] { $count } messages ajoutés
 } ; traduisez ceux qui portent la marque « visavis: to translate »
chrome-added-to = écrit : { $path }
chrome-added-nothing = Toutes les lignes sont déjà connues ; rien n’a été écrit
