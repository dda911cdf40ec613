### Ce que voient les visiteurs des blogs faits avec Blogger.
###
### Écrit d’après ce que montrent les pages ; un attribut est une autre tournure (.alt1, .alt2 …) ou, sous tout autre nom,
### le pendant de l’attribut du même nom. Un repère brut d’une page (%s, %d) tient lieu de la variable à sa place.
###
### $date (Date)
### $name (Name)
### $query (Title)
### $tags (Title)
### $time (Date)
### $title (Title)

## Blogger
posted-by-at = Publié par { $name } à { $time }
newer-post = Article plus récent
    .alt1 = Message plus récent
older-post = Article plus ancien
    .alt1 = Message plus ancien
subscribe-to-atom = Inscription à : Publier les commentaires (Atom)
    .posts = Inscription à : Articles (Atom)
    .comments = Inscription à : Commentaires (Atom)
subscribe-to = Inscription à :
blog-this = BlogThis !
labels = Libellés : { $tags }
labels-plain = Libellés
blog-archive = Archives du blog
about-me = À propos de moi
    .alt1 = Qui êtes-vous ?
view-my-profile = Afficher mon profil complet
    .alt1 = Accéder au profil
    .alt2 = Voir le profil
    .alt3 = Voir mon profil
search-this-blog = Rechercher dans ce blog
    .alt1 = Rechercher sur ce blog
total-pageviews = Nombre total de pages vues
popular-posts = Messages les plus consultés
    .alt1 = Articles les plus populaires
    .alt2 = Posts les plus consultés de ce blog
comment-as = Commenter en tant que : { $title }
comment-as-plain = Commenter en tant que :
enter-comment = Saisissez un commentaire
    .alt1 = Saisir un commentaire
publish = Publier
preview = Aperçu
notify-me = M’informer
    .alt1 = M’avertir
sign-out-google = Se déconnecter de Google
comment-removed = Ce commentaire a été supprimé par l’auteur.
    .admin = Ce commentaire a été supprimé par un administrateur du blog.
new-comments-not-allowed = Les nouveaux commentaires ne sont pas autorisés.
    .alt1 = Remarque : Seul un membre de ce blog est autorisé à enregistrer un commentaire.
create-a-link = Créer un lien
    .alt1 = Liens vers cet article
powered-by-blogger = Fourni par Blogger
    .alt1 = Fourni par Blogger.
    .alt2 = Technologie Blogger
theme-images-by = Images de thèmes de { $name }
    .alt1 = Images de thèmes de { $name }.
    .alt2 = Images de modèle par { $name }
simple-theme = Thème Simple. Fourni par Blogger.
    .awesome = Thème Awesome Inc. Fourni par Blogger.
    .ethereal = Thème Éthéré. Fourni par Blogger.
    .picture = Thème Picture Window. Fourni par Blogger.
    .travel = Thème Voyages. Fourni par Blogger.
report-abuse = Signaler un abus
followers-plain = Abonnés
    .alt1 = Membres
    .alt2 = Followers
follow-by-email = Recevoir les nouveaux messages par e-mail
    .alt1 = Recevoir les nouveaux articles par e-mail :
show-posts-with-label = Affichage des articles dont le libellé est { $title }. Afficher tous les articles
    .alt1 = Affichage des articles associés au libellé { $title }
    .alt2 = Articles associés au libellé { $title }
    .alt3 = Affichage des articles dont le libellé est { $title }
showing-posts-from = Affichage des articles du { $date }
    .alt1 = Affichage des articles de { $date }
    .alt2 = Articles de { $date }
showing-matching = Affichage des articles correspondant à la recherche { $query }
    .alt1 = Articles triés par pertinence pour la requête { $query }
show-all-posts = Afficher tous les articles
no-posts-matching = Aucun article ne correspond à la requête : { $query }
    .alt1 = Aucun article ne correspond à la requête { $query }. Afficher tous les articles
nothing-here = Il n’y a rien ici !
quick-edit = Modification rapide
skip-to-main-content = Accéder au contenu principal
    .alt1 = Passer au contenu principal
    .alt2 = Aller au contenu principal
skip-to-content = Aller au contenu
    .alt1 = Passer au contenu
    .alt2 = Accéder au contenu
    .alt3 = Aller directement au contenu
skip-to-sidebar = Accéder à la barre latérale
    .alt1 = Aller à la barre latérale
skip-to-navigation = Aller à la navigation
    .alt1 = Aller au menu
    .alt2 = Accéder à la navigation
skip-to-search = Aller à la recherche
skip-to-footer = Aller au pied de page
    .alt1 = Accéder au pied de page
unknown-said = Inconnu a dit…
    .alt1 = Anonyme a dit…
anonymous = Anonyme
unknown-author = Inconnu
said = { $name } a dit…
cookies-google = Ce site utilise des cookies provenant de Google pour fournir ses services et analyser le trafic.
    .alt1 = Ce site utilise des cookies de Google pour fournir ses services et analyser le trafic.
got-it = J’ai compris
    .alt1 = Compris
    .alt2 = OK, j’ai compris
learn-more = En savoir plus
    .alt1 = Pour en savoir plus
    .alt2 = En savoir +
more-information = Plus d’informations
    .short = Plus d’infos
    .details = Plus de détails
archive-month = Archives du mois { $date }
translate = Traduire
    .alt1 = Traduire cette page
contact-form-name = Formulaire de contact
    .alt1 = Formulaire de contact :
contact-form-message = Message
wikipedia-search = Résultats de recherche Wikipédia
