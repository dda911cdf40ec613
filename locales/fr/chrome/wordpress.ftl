### Ce que voient les visiteurs des sites faits avec WordPress et de WordPress.com : commentaires, partage, abonnement, archives.
###
### Écrit d’après ce que montrent les pages ; un attribut est une autre tournure (.alt1, .alt2 …) ou, sous tout autre nom,
### le pendant de l’attribut du même nom. Un repère brut d’une page (%s, %d) tient lieu de la variable à sa place.
###
### $categories (Title)
### $count (Number)
### $date (Date)
### $height (Number)
### $name (Name)
### $page (Number)
### $query (Title)
### $service (Name)
### $sign (Name)
### $tags (Title)
### $time (Date)
### $title (Title)
### $total (Number)
### $width (Number)

## Commentaires
leave-a-comment = Laisser un commentaire
    .alt1 = Poster un commentaire
    .alt2 = Ajouter un commentaire
    .alt3 = Déposer un commentaire
    .alt4 = Laissez un commentaire
leave-a-comment-on = Laisser un commentaire sur { $title }
    .alt1 = Laisser un commentaire sur « { $title } »
leave-a-reply-to = Répondre à { $name }
    .alt1 = Laisser une réponse à { $name }
reply = Répondre
reply-noun = Réponse
cancel-reply = Annuler la réponse
    .alt1 = Cliquez ici pour annuler la réponse
post-comment = Publier le commentaire
    .alt1 = Envoyer le commentaire
    .alt2 = Poster le commentaire
    .alt3 = Valider le commentaire
your-comment = Votre commentaire
write-a-comment = Écrire un commentaire…
    .alt1 = Rédigez un commentaire…
    .alt2 = Écrivez un commentaire…
    .alt3 = Rédiger un commentaire…
enter-your-comment = Saisissez votre commentaire ici…
    .alt1 = Entrez votre commentaire ici…
    .alt2 = Entrez votre commentaire…
join-the-conversation = Rejoindre la conversation
    .alt1 = Participer à la conversation
    .alt2 = Rejoignez la conversation
email-not-published = Votre adresse e-mail ne sera pas publiée.
    .alt1 = Votre adresse de messagerie ne sera pas publiée.
    .alt2 = Votre adresse électronique ne sera pas publiée.
    .alt3 = Votre e-mail ne sera pas publié.
required-fields = Les champs obligatoires sont indiqués avec { $sign }
    .alt1 = Les champs obligatoires sont indiqués par { $sign }
fields-marked = Les champs marqués d’un { $sign } sont obligatoires
    .alt1 = Les champs marqués avec { $sign } sont obligatoires
required-fields-star = Les champs obligatoires sont indiqués avec *
    .alt1 = Les champs obligatoires sont indiqués par *
email-not-published-required = Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *
    .alt1 = Votre adresse de messagerie ne sera pas publiée. Les champs obligatoires sont indiqués avec *
save-my-details = Enregistrer mon nom, mon e-mail et mon site dans le navigateur pour mon prochain commentaire.
    .alt1 = Enregistrer mon nom, mon adresse e-mail et mon site web dans le navigateur pour mon prochain commentaire.
must-log-in-to-comment = Vous devez vous connecter pour publier un commentaire.
    .alt1 = Vous devez être connecté pour publier un commentaire.
    .alt2 = Vous devez être connecté pour poster un commentaire.
    .alt3 = Vous devez être connecté(e) pour rédiger un commentaire.
log-in-to-reply = Connectez-vous pour répondre
    .alt1 = Connectez-vous pour laisser un commentaire
    .alt2 = Identifiez-vous pour répondre
logged-in-as = Connecté en tant que { $name }. Se déconnecter ?
    .alt1 = Connecté en tant que { $name }. Déconnexion ?
    .alt2 = Connecté·e en tant que { $name }. Se déconnecter ?
logged-in-as-edit = Connecté en tant que { $name }. Modifier votre profil. Se déconnecter ?
    .alt1 = Connecté en tant que { $name }. Modifier le profil. Se déconnecter ?
awaiting-moderation = Votre commentaire est en attente de modération.
    .alt1 = Votre commentaire est en attente de validation.
comments-closed = Les commentaires sont fermés.
    .alt1 = Commentaires fermés
    .alt2 = Les commentaires sont clos.
comments-off-on = Commentaires fermés sur { $title }
no-comments = Aucun commentaire
    .alt1 = Pas de commentaire
    .alt2 = Pas encore de commentaire
    .alt3 = Aucun commentaire pour le moment
    .alt4 = Il n’y a pas encore de commentaire.
no-comments-on = Aucun commentaire sur { $title }
    .alt1 = Pas de commentaire sur { $title }
count-comments = { $count ->
        [one] { $count } commentaire
       *[other] { $count } commentaires
    }
    .alt1 = { $count ->
            [one] Un commentaire
           *[other] { $count } commentaires
        }
    .alt2 = { $count ->
            [one] Commentaire ({ $count })
           *[other] Commentaires ({ $count })
        }
count-comments-on = { $count ->
        [one] { $count } commentaire sur { $title }
       *[other] { $count } commentaires sur { $title }
    }
    .alt1 = { $count ->
            [one] { $count } commentaire sur « { $title } »
           *[other] { $count } commentaires sur « { $title } »
        }
    .alt2 = { $count ->
            [one] Un commentaire sur « { $title } »
           *[other] { $count } commentaires sur « { $title } »
        }
count-thoughts-on = { $count ->
        [one] { $count } réflexion sur « { $title } »
       *[other] { $count } réflexions sur « { $title } »
    }
    .alt1 = { $count ->
            [one] Une réflexion sur « { $title } »
           *[other] { $count } réflexions sur « { $title } »
        }
    .alt2 = { $count ->
            [one] { $count } avis sur « { $title } »
           *[other] { $count } avis sur « { $title } »
        }
    .alt3 = { $count ->
            [one] { $count } réflexion au sujet de « { $title } »
           *[other] { $count } réflexions au sujet de « { $title } »
        }
    .alt4 = { $count ->
            [one] Une réflexion au sujet de « { $title } »
           *[other] { $count } réflexions au sujet de « { $title } »
        }
count-replies-to = { $count ->
        [one] { $count } réponse à « { $title } »
       *[other] { $count } réponses à « { $title } »
    }
    .alt1 = { $count ->
            [one] Une réponse à « { $title } »
           *[other] { $count } réponses à « { $title } »
        }
    .alt2 = { $count ->
            [one] Une réponse sur « { $title } »
           *[other] { $count } réponses sur « { $title } »
        }
count-replies = { $count ->
        [one] { $count } réponse
       *[other] { $count } réponses
    }
    .alt1 = { $count ->
            [one] Une réponse
           *[other] { $count } réponses
        }
count-pingbacks = { $count ->
        [one] { $count } ping
       *[other] { $count } pings
    }
    .alt1 = { $count ->
            [one] { $count } rétrolien
           *[other] { $count } rétroliens
        }
count-trackbacks = { $count ->
        [one] { $count } trackback
       *[other] { $count } trackbacks
    }
pingback = Ping : { $title }
    .alt1 = Rétrolien : { $title }
    .alt2 = Pingback : { $title }
trackback = Trackback : { $title }
    .alt1 = Rétroliens : { $title }
says = { $name } dit :
    .alt1 = { $name } a dit :
says-on = { $name } dit le { $date }
    .alt1 = { $name } le { $date } a dit :
comment-by-on = { $name } dans { $title }
    .alt1 = { $name } sur { $title }
    .alt2 = { $name } a commenté { $title }
older-comments = Commentaires plus anciens
    .alt1 = Anciens commentaires
previous-comments = Commentaires précédents
newer-comments = Commentaires plus récents
    .alt1 = Nouveaux commentaires
next-comments = Commentaires suivants
comment-navigation = Navigation des commentaires
    .alt1 = Navigation dans les commentaires
loading-comments = Chargement des commentaires…
    .alt1 = Chargement des commentaires en cours…
edit-comment = Modifier le commentaire
    .alt1 = Modifier ce commentaire
delete-comment = Supprimer le commentaire
link-to-comment = Lien vers ce commentaire
    .alt1 = Lien permanent vers ce commentaire
report-comment = Signaler ce commentaire
    .alt1 = Signaler le commentaire
hide-comments = Masquer les commentaires
show-comments = Afficher les commentaires
view-comments = Voir les commentaires
    .alt1 = Lire les commentaires
    .all = Voir tous les commentaires
load-more-comments = Charger plus de commentaires
    .alt1 = Afficher plus de commentaires
    .alt2 = Plus de commentaires
notify-comments = Avertissez-moi par e-mail des nouveaux commentaires.
    .alt1 = Prévenez-moi de tous les nouveaux commentaires par e-mail.
    .alt2 = Me notifier des nouveaux commentaires par e-mail.
    .alt3 = Recevoir les nouveaux commentaires par e-mail
    .alt4 = M’avertir par e-mail des nouveaux commentaires
notify-posts = Avertissez-moi par e-mail des nouveaux articles.
    .alt1 = Prévenez-moi de tous les nouveaux articles par e-mail.
    .alt2 = Me notifier des nouvelles publications par e-mail.
    .alt3 = Recevoir les nouveaux articles par e-mail
    .alt4 = M’avertir par e-mail des nouvelles publications
akismet = Ce site utilise Akismet pour réduire les indésirables. En savoir plus sur la façon dont les données de vos commentaires sont traitées.
    .alt1 = Ce site utilise Akismet pour réduire les indésirables. En savoir plus sur comment les données de vos commentaires sont utilisées.
    .alt2 = Ce site utilise Akismet pour réduire les indésirables. En savoir plus sur la façon dont les données de vos commentaires sont utilisées.
html-tags = Vous pouvez utiliser ces balises et attributs HTML : { $title }
comment-failed = Désolé, ce commentaire n’a pas pu être publié.
duplicate-comment = Commentaire en double détecté ; on dirait que vous avez déjà dit cela !
too-fast = Vous publiez des commentaires trop rapidement. Ralentissez.
like-comment = Aimé par { $name }
like-this-comment = Aimer ce commentaire
    .alt1 = J’aime ce commentaire

## Le formulaire de WordPress.com
enter-details = Entrez vos coordonnées ci-dessous ou cliquez sur une icône pour vous connecter:
    .alt1 = Saisissez vos coordonnées ci-dessous ou cliquez sur une icône pour vous connecter :
    .alt2 = Renseignez vos coordonnées ci-dessous ou cliquez sur une icône pour vous connecter :

# Le service est vide là où son nom était un lien ou une image ; les parenthèses se perdent souvent avec lui.
commenting-using-account = Vous commentez à l’aide de votre { $service ->
        [none] compte
       *[other] compte { $service }.
    } Déconnexion / Changer
    .closed = Vous commentez à l’aide de votre { $service ->
            [none] compte
           *[other] compte { $service }.
        } Déconnexion / Changer )
    .bracketed = Vous commentez à l’aide de votre { $service ->
            [none] compte
           *[other] compte { $service }.
        } ( Déconnexion / Changer )
commenting-using-account-only = Vous commentez à l’aide de votre compte { $service }.
log-out-or-change = Déconnexion / Changer
    .bracketed = ( Déconnexion / Changer )
    .closed = Déconnexion / Changer )
connecting-to = Connexion à { $service }
twitter-picture = Image Twitter
facebook-photo = Photo Facebook
    .alt1 = Image Facebook
google-photo = Photo Google
    .alt1 = Image Google
google-plus-photo = Photo Google+
    .alt1 = Image Google+
wordpress-logo = Logo WordPress.com
gravatar-logo = Gravatar
email-address-private = E-mail (adresse strictement confidentielle)
    .alt1 = E-mail (requis) (adresse strictement confidentielle)
    .alt2 = E-mail (L’adresse ne sera jamais publiée)
address-private = Adresse strictement confidentielle
    .alt1 = L’adresse ne sera jamais publiée
    .alt2 = Adresse jamais rendue publique
email-required = E-mail (requis)
    .alt1 = E-mail (obligatoire)
    .alt2 = Adresse e-mail (obligatoire)
    .alt3 = Courriel (obligatoire)
    .alt4 = Adresse de contact (obligatoire)
name-required = Nom (requis)
    .alt1 = Nom (obligatoire)
website-optional = Site web (facultatif)
    .alt1 = Site web (optionnel)
comment-required = Commentaire (requis)
    .alt1 = Commentaire (obligatoire)
log-in-with = Se connecter avec { $service }
    .alt1 = Connectez-vous avec { $service }
    .alt2 = Continuer avec { $service }
    .alt3 = Connexion avec { $service }
log-in-or-provide = Connectez-vous ou indiquez votre nom et votre e-mail pour laisser un commentaire.
    .alt1 = Connectez-vous ou fournissez votre nom et votre e-mail pour laisser un commentaire.
post-as-guest = Commenter en tant qu’invité
    .alt1 = Publier en tant qu’invité

## Mentions J’aime, partage
bloggers-like = { $count ->
        [one] { $count } blogueur aime cette page :
       *[other] { $count } blogueurs aiment cette page :
    }
    .alt1 = { $count ->
            [one] { $count } blogueur aime ceci :
           *[other] { $count } blogueurs aiment ceci :
        }
    .alt2 = { $count ->
            [one] { $count } blogueur aime cet article :
           *[other] { $count } blogueurs aiment cet article :
        }
people-like = { $count ->
        [one] { $count } personne aime ça
       *[other] { $count } personnes aiment ça
    }
    .alt1 = { $count ->
            [one] { $count } mention J’aime
           *[other] { $count } mentions J’aime
        }
    .alt2 = { $count ->
            [one] { $count } J’aime
           *[other] { $count } J’aime
        }
like-this = J’aime ça :
    .alt1 = Aimer ceci :
like = J’aime
    .alt1 = Aimer
liked = Aimé
    .alt1 = J’aime déjà
like-loading = J’aime chargement…
    .alt1 = J’aime Chargement…
loading = Chargement…
    .alt1 = Chargement en cours…
    .alt2 = En cours de chargement…
be-first-to-like = Soyez le premier à aimer cet article.
    .alt1 = Soyez le premier à aimer ceci.
    .alt2 = Soyez la première personne à aimer cet article.
share-this = Partager :
    .alt1 = Partager ceci :
share-this-article = Partager cet article
    .alt1 = Partagez cet article
    .alt2 = Partager l’article
    .page = Partager cette page
click-to-share = Cliquez pour partager sur { $service } (ouvre dans une nouvelle fenêtre)
    .alt1 = Cliquer pour partager sur { $service } (ouvre dans une nouvelle fenêtre)
    .alt2 = Cliquez pour partager sur { $service }(ouvre dans une nouvelle fenêtre)
click-to-share-plain = Cliquez pour partager sur { $service }
    .alt1 = Cliquer pour partager sur { $service }
click-to-email = Cliquer pour envoyer un lien par e-mail à un ami (ouvre dans une nouvelle fenêtre)
    .alt1 = Cliquez pour envoyer un lien par e-mail à un ami (ouvre dans une nouvelle fenêtre)
click-to-email-plain = Cliquer pour envoyer un lien par e-mail à un ami
    .alt1 = Cliquez pour envoyer un lien par e-mail à un ami
    .alt2 = Cliquez pour envoyer par e-mail à un ami
click-to-print = Cliquer pour imprimer (ouvre dans une nouvelle fenêtre)
    .plain = Cliquer pour imprimer
share-on = Partager sur { $service }
    .alt1 = Partager via { $service }
    .alt2 = Partagez sur { $service }
tweet = Tweeter
    .alt1 = Tweet
pin-it = Épingler
    .alt1 = Épingler sur Pinterest
opens-in-new-window = Ouvre dans une nouvelle fenêtre
    .alt1 = S’ouvre dans une nouvelle fenêtre
    .bracketed = (ouvre dans une nouvelle fenêtre)
    .tab = S’ouvre dans un nouvel onglet
    .tab-bracketed = (s’ouvre dans un nouvel onglet)
reblog = Rebloguer
reblogged-by = A reblogué ceci sur { $title }.
    .alt1 = A reblogué ceci sur { $title } et a commenté :
related = Similaire
    .alt1 = Sur le même thème
related-posts = Articles similaires
    .alt1 = Articles liés
    .alt2 = Articles associés
    .alt3 = Articles connexes
    .alt4 = Publications similaires
you-may-also-like = Vous aimerez aussi
    .alt1 = Vous aimerez peut-être aussi
    .alt2 = Vous pourriez aussi aimer
in-category = Dans « { $title } »
similar-post = Article similaire
rate-this = Évaluez ceci :
    .alt1 = Notez ceci :
votes = { $count ->
        [one] { $count } vote
       *[other] { $count } votes
    }

## Abonnement
follow = Suivre
following = Abonné
    .alt1 = Suivi
follow-blog-email = Suivre le blog par e-mail
    .alt1 = S’abonner au blog par e-mail
    .alt2 = Abonnez-vous à ce blog par e-mail
    .alt3 = Suivre par e-mail
    .alt4 = Abonnement par e-mail
enter-email-follow = Entrez votre adresse e-mail pour suivre ce blog et recevoir des notifications de nouveaux articles par e-mail.
    .alt1 = Saisissez votre adresse e-mail pour suivre ce blog et recevoir des notifications de nouveaux articles par e-mail.
    .alt2 = Entrez votre adresse mail pour suivre ce blog et être notifié par email des nouvelles publications.
enter-email-subscribe = Saisissez votre adresse e-mail pour vous abonner à ce blog et recevoir une notification de chaque nouvel article par e-mail.
    .alt1 = Saisissez votre adresse e-mail pour vous abonner à ce blog et recevoir une notification de chaque nouvel article par email.
    .alt2 = Entrez votre adresse e-mail pour vous abonner à ce blog et recevoir les nouveaux articles par e-mail.
join-followers = { $count ->
        [one] Rejoignez { $count } autre abonné
       *[other] Rejoignez { $count } autres abonnés
    }
    .alt1 = { $count ->
            [one] Rejoignez les { $count } autre abonné
           *[other] Rejoignez les { $count } autres abonnés
        }
join-subscribers = { $count ->
        [one] Rejoignez { $count } autre abonné à la liste
       *[other] Rejoignez { $count } autres abonnés à la liste
    }
    .alt1 = { $count ->
            [one] Rejoignez { $count } autre abonné.e
           *[other] Rejoignez { $count } autres abonné.es
        }
followers = { $count ->
        [one] { $count } abonné
       *[other] { $count } abonnés
    }
    .alt1 = { $count ->
            [one] { $count } follower
           *[other] { $count } followers
        }
follow-me-on = Suivez-moi sur { $service }
follow-us-on = Suivez-nous sur { $service }
    .alt1 = Nous suivre sur { $service }
    .alt2 = Retrouvez-nous sur { $service }
    .alt3 = Rejoignez-nous sur { $service }
follow-title = Suivre { $title }
subscribe-to-continue = Abonnez-vous pour poursuivre la lecture et avoir accès à l’ensemble des archives.
    .alt1 = Abonnez-vous dès maintenant pour continuer à lire et accéder à l’ensemble des archives.
continue-reading-plain = Poursuivre la lecture
    .alt1 = Continuer la lecture
    .alt2 = Continuer à lire
discover-more = Découvrir plus de { $title }
    .alt1 = En savoir plus sur { $title }
subscribe-latest = Abonnez-vous pour recevoir les derniers articles par e-mail.
    .alt1 = Abonnez-vous pour recevoir les dernières publications par e-mail.
type-your-email = Saisissez votre e-mail…
enter-your-email = Saisissez votre adresse e-mail
    .alt1 = Entrez votre adresse e-mail
    .alt2 = Entrez votre e-mail
already-account = Vous disposez déjà d’un compte WordPress ? Connectez-vous maintenant.
    .alt1 = Vous avez déjà un compte WordPress.com ? Connectez-vous maintenant.
sign-me-up = M’inscrire
    .alt1 = Je m’inscris
    .alt2 = Inscrivez-moi
subscribed = Abonné·e
    .alt1 = Vous êtes abonné
manage-subscriptions = Gérer les abonnements
    .alt1 = Gérer l’abonnement
view-in-reader = Voir le site dans le Lecteur
    .alt1 = Voir l’article dans le Lecteur
report-content = Signaler ce contenu
collapse-bar = Réduire cette barre
copy-shortlink = Copier le lien court
shortlink = Lien court
get-started = Commencer
    .alt1 = C’est parti
    .alt2 = Lancez-vous

## Articles
author-label = Auteur : { $title }
    .alt1 = Auteur·rice : { $title }
author-plain = Auteur
    .alt1 = Auteur/autrice
about-author = À propos de l’auteur
    .alt1 = A propos de l’auteur
    .alt2 = L’auteur
about-name = À propos de { $name }
by-name = par { $name }
    .alt1 = Par { $name }
written-by = Écrit par { $name }
    .alt1 = Publié par { $name }
    .alt2 = Rédigé par { $name }
    .alt3 = Posté par { $name }
posts-by = Articles par { $name }
    .alt1 = Voir tous les articles par { $name }
    .alt2 = Tous les articles par { $name }
    .alt3 = Voir tous les articles de { $name }
    .alt4 = Articles de { $name }
    .alt5 = Afficher tous les articles par { $name }
    .alt6 = Toutes les publications de { $name }
posted-on = Publié le { $date }
    .alt1 = Posté le { $date }
    .alt2 = Publication : { $date }
    .alt3 = Mis en ligne le { $date }
posted-on-plain = Publié le
    .alt1 = Posté le
posted-by-plain = Publié par
    .alt1 = Posté par
    .alt2 = Écrit par
posted-on-by = Publié le { $date } par { $name }
    .alt1 = Posté le { $date } par { $name }
posted-by-on = Publié par { $name } le { $date }
    .alt1 = Posté par { $name } le { $date }
    .alt2 = Par { $name } le { $date }
    .alt3 = Par { $name }, le { $date }
posted-on-at = Publié le { $date } à { $time }
    .alt1 = Posté le { $date } à { $time }
posted-on-in = Publié le { $date } dans { $categories }
posted-in = Publié dans { $categories }
    .alt1 = Classé dans { $categories }
    .alt2 = Catégorisé comme { $categories }
    .alt3 = Catégorisé dans { $categories }
    .alt4 = Posté dans { $categories }
    .alt5 = Classé sous { $categories }
    .alt6 = Publié dans : { $categories }
posted-in-plain = Publié dans
    .alt1 = Classé dans
tagged = Étiqueté { $tags }
    .alt1 = Tagué { $tags }
    .alt2 = Mots-clés { $tags }
    .alt3 = Taggé { $tags }
    .alt4 = Marqué { $tags }
    .alt5 = Identifié { $tags }
    .alt6 = Marqué avec { $tags }
    .alt7 = Étiqueté avec { $tags }
tagged-plain = Étiqueté
    .alt1 = Tagué
posted-in-tagged = Publié dans { $categories } et étiqueté { $tags }
    .alt1 = Cet article a été publié dans { $categories } et étiqueté { $tags }.
    .alt2 = Publié dans { $categories } et tagué { $tags }
    .alt3 = Cette entrée a été publiée dans { $categories } et étiquetée { $tags }.
entry-posted-in = Cet article a été publié dans { $categories }. Ajoutez ce permalien à vos favoris.
    .alt1 = Cet article a été publié dans { $categories }.
    .alt2 = Cette entrée a été publiée dans { $categories }. Vous pouvez la mettre en favoris avec ce permalien.
bookmark-permalink = Ajoutez ce permalien à vos favoris.
    .alt1 = Enregistrer le permalien.
    .alt2 = Mettez-le en favori avec son permalien.
    .alt3 = Mettre en signet le permalien.
permalink = Permalien
    .alt1 = Lien permanent
permalink-to = Permalien vers { $title }
    .alt1 = Lien permanent vers { $title }
    .alt2 = Permalien pour { $title }
categories-label = Catégories : { $categories }
    .alt1 = Catégorie : { $categories }
    .alt2 = Rubrique : { $categories }
    .alt3 = Rubriques : { $categories }
tags-label = Étiquettes : { $tags }
    .alt1 = Étiquette : { $tags }
    .alt2 = Mots-clés : { $tags }
    .alt3 = Mot-clé : { $tags }
    .alt4 = Tags : { $tags }
    .alt5 = Tag : { $tags }
continue-reading = Lire la suite de { $title }
    .alt1 = Continuer la lecture de { $title }
    .alt2 = Poursuivre la lecture de { $title }
    .alt3 = Continuer la lecture de « { $title } »
    .alt4 = Lire la suite de « { $title } »
    .alt5 = Lire la suite : { $title }
previous-post = Article précédent
    .alt1 = Publication précédente
    .alt2 = Billet précédent
    .alt3 = Article précédent :
next-post = Article suivant
    .alt1 = Publication suivante
    .alt2 = Billet suivant
    .alt3 = Article suivant :
previous-post-title = Article précédent : { $title }
    .alt1 = Publication précédente : { $title }
    .alt2 = Précédent : { $title }
    .alt3 = Article précédent { $title }
    .alt4 = Publication précédente { $title }
    .alt5 = Précédente : { $title }
next-post-title = Article suivant : { $title }
    .alt1 = Publication suivante : { $title }
    .alt2 = Suivant : { $title }
    .alt3 = Article suivant { $title }
    .alt4 = Publication suivante { $title }
    .alt5 = Suivante : { $title }
older-posts = Articles plus anciens
    .alt1 = Articles précédents
    .alt2 = Anciens articles
    .alt3 = Publications plus anciennes
    .alt4 = Billets plus anciens
older = Plus anciens
    .alt1 = Plus ancien
newer-posts = Articles plus récents
    .alt1 = Articles suivants
    .alt2 = Nouveaux articles
    .alt3 = Publications plus récentes
    .alt4 = Billets plus récents
newer = Plus récents
    .alt1 = Plus récent
posts-navigation = Navigation des articles
    .alt1 = Pagination des publications
    .alt2 = Navigation dans les articles
post-navigation = Navigation de l’article
    .alt1 = Navigation d’article
image-navigation = Navigation des images
previous-image = Image précédente
next-image = Image suivante
full-size = Taille réelle
full-size-is = La taille réelle est de { $width } × { $height } pixels
edit = Modifier
edit-post = Modifier l’article
    .alt1 = Modifier cet article
    .alt2 = Modifier la publication
edit-page = Modifier la page
edit-title = Modifier « { $title } »
    .alt1 = Modifier { $title }
protected = Protégé : { $title }
private-post = Privé : { $title }
protected-content = Ce contenu est protégé par mot de passe. Pour le voir, veuillez saisir votre mot de passe ci-dessous :
    .alt1 = Cet article est protégé par un mot de passe. Pour le lire, veuillez saisir votre mot de passe ci-dessous :
no-excerpt = Il n’y a pas d’extrait, car cette publication est protégée.
featured = Mis en avant
    .alt1 = Article mis en avant
    .alt2 = En vedette
sticky = Épinglé
    .alt1 = Article épinglé
time-ago = il y a { $time }
reading-time = { $count ->
        [one] { $count } minute de lecture
       *[other] { $count } minutes de lecture
    }
    .alt1 = { $count ->
            [one] { $count } min de lecture
           *[other] { $count } min de lecture
        }
    .alt2 = { $count ->
            [one] Temps de lecture : { $count } minute
           *[other] Temps de lecture : { $count } minutes
        }
    .alt3 = { $count ->
            [one] Temps de lecture : { $count } min
           *[other] Temps de lecture : { $count } min
        }
views = { $count ->
        [one] { $count } vue
       *[other] { $count } vues
    }
posts-count = { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
    .alt1 = { $count ->
            [one] { $count } publication
           *[other] { $count } publications
        }
    .alt2 = { $count ->
            [one] { $count } billet
           *[other] { $count } billets
        }

## Archives et recherche
category-archives = Archives de catégorie : { $title }
    .alt1 = Archives de la catégorie : { $title }
    .alt2 = Archives pour la catégorie { $title }
    .alt3 = Archives par catégorie : { $title }
tag-archives = Archives de tag : { $title }
    .alt1 = Archives du mot-clé : { $title }
    .alt2 = Archives par mot-clé : { $title }
    .alt3 = Archives d’étiquettes : { $title }
    .alt4 = Archives des étiquettes : { $title }
    .alt5 = Archives pour l’étiquette { $title }
author-archives = Archives de l’auteur : { $name }
    .alt1 = Archives d’auteur : { $name }
    .alt2 = Archives par auteur : { $name }
monthly-archives = Archives mensuelles : { $date }
daily-archives = Archives quotidiennes : { $date }
    .alt1 = Archives journalières : { $date }
yearly-archives = Archives annuelles : { $date }
month-label = Mois : { $title }
day-label = Jour : { $title }
year-label = Année : { $title }
archives-of = Archives : { $title }
archive-for = Archives pour { $title }
    .alt1 = Archives de { $title }
select-month = Sélectionner un mois
    .alt1 = Choisir un mois
select-category = Sélectionner une catégorie
    .alt1 = Choisir une catégorie
recent-posts = Articles récents
    .alt1 = Derniers articles
    .alt2 = Publications récentes
    .alt3 = Billets récents
recent-comments = Commentaires récents
    .alt1 = Derniers commentaires
top-posts = Articles et pages les plus consultés
    .alt1 = Articles les plus consultés
    .alt2 = Articles populaires
    .alt3 = Articles les plus lus
blog-stats = Statistiques du blog
    .alt1 = Stats du blog
hits = { $count ->
        [one] { $count } visite
       *[other] { $count } visites
    }
    .alt1 = { $count ->
            [one] { $count } hit
           *[other] { $count } hits
        }
blogroll = Blogoliste
    .alt1 = Liens
meta = Méta
entries-feed = Flux des publications
    .alt1 = Flux des articles
    .alt2 = Flux RSS des articles
comments-feed = Flux des commentaires
    .alt1 = RSS des commentaires
    .alt2 = Flux RSS des commentaires
rss-posts = RSS - Articles
rss-comments = RSS - Commentaires
site-admin = Administration du site
    .alt1 = Admin. du site
search-for = Rechercher :
    .alt1 = Recherche pour :
search-placeholder = Rechercher…
    .alt1 = Recherche…
    .alt2 = Tapez ici pour rechercher…
search-results-for = Résultats de recherche pour : { $query }
    .alt1 = Résultats de recherche pour « { $query } »
    .alt2 = Résultats pour « { $query } »
    .alt3 = Résultats de la recherche pour : { $query }
    .alt4 = Résultats de la recherche : « { $query } »
    .alt5 = Résultats de recherche pour { $query }
    .alt6 = Résultats de la recherche pour « { $query } »
    .alt7 = Résultats de recherche : { $query }
search-results = Résultats de recherche
    .alt1 = Résultats de la recherche
results = Résultats
nothing-found = Rien de trouvé
    .alt1 = Rien n’a été trouvé
no-results = Aucun résultat
    .alt1 = Pas de résultat
no-results-found = Aucun résultat trouvé
not-found = Non trouvé
    .alt1 = Introuvable
nothing-found-for = Aucun résultat pour « { $query } »
    .alt1 = Aucun résultat trouvé pour « { $query } »
    .alt2 = Aucun résultat pour { $query }
nothing-matched = Désolé, mais rien ne correspond à votre recherche. Veuillez réessayer avec des mots différents.
    .alt1 = Désolé, aucun article ne correspond à vos critères.
    .alt2 = Désolé, mais rien ne correspond à vos termes de recherche. Veuillez réessayer avec des mots-clés différents.
    .alt3 = Aucun résultat ne correspond à votre recherche. Veuillez réessayer avec des mots-clés différents.
cannot-find = Il semblerait que nous ne soyons pas en mesure de trouver votre contenu. Essayez en lançant une recherche.
    .alt1 = Il semble que nous ne trouvions pas ce que vous cherchez. Une recherche pourrait vous aider.
    .alt2 = Nous ne trouvons pas ce que vous cherchez. Peut-être qu’une recherche pourrait vous aider.
page-not-found-oops = Oups ! Cette page est introuvable.
    .alt1 = Oups ! Cette page n’a pas pu être trouvée.
    .alt2 = Oups, cette page est introuvable.
nothing-at-location = Il semblerait qu’il n’y ait rien à cet endroit. Essayez de lancer une recherche.
    .alt1 = Il semble que rien n’ait été trouvé à cet emplacement. Essayez peut-être une recherche ?
    .alt2 = Rien n’a été trouvé à cette adresse. Essayez peut-être une recherche ?
page-of = Page { $page } sur { $total }
page-number = Page { $page }
pages-label = Pages :
previous-page = Page précédente
next-page = Page suivante

## Pied de page et avis
proudly-powered = Fièrement propulsé par { $service }
powered-by = Propulsé par { $service }
    .alt1 = Fonctionne avec { $service }
    .alt2 = Optimisé par { $service }
    .alt3 = Réalisé avec { $service }
theme-by = Thème : { $title } par { $name }.
    .alt1 = Thème : { $title } par { $name }
    .alt2 = Thème { $title } par { $name }
theme-label = Thème : { $title }.
    .alt1 = Thème { $title }.
blog-at-wordpress = Propulsé par WordPress.com.
    .alt1 = Un site WordPress.com
    .alt2 = Blog sur WordPress.com.
    .alt3 = Le blog WordPress.com.
create-free-website = Créez un site web ou un blog gratuitement sur WordPress.com.
    .alt1 = Créer un site ou un blog gratuit sur WordPress.com.
    .alt2 = Créez un site ou un blog sur WordPress.com
    .alt3 = Créez votre site web avec WordPress.com
    .alt4 = Concevoir un site comme celui-ci avec WordPress.com
design-site-like-this = Concevoir un site comme celui-ci avec WordPress.com
cookies-notice = Confidentialité & Cookies : Ce site utilise des cookies. En continuant à utiliser ce site, vous acceptez leur utilisation.
    .alt1 = Confidentialité et cookies : ce site utilise des cookies. En continuant à naviguer sur ce site, vous acceptez que nous en utilisions.
cookies-more = Pour en savoir plus, y compris sur la façon de contrôler les cookies, reportez-vous à ce qui suit : Politique relative aux cookies
    .alt1 = Pour en savoir plus, notamment sur la façon de contrôler les cookies, consultez : Politique relative aux cookies
close-and-accept = Fermer et accepter
advertisements = Publicités
    .alt1 = Annonces
email-share-failed = L’article n’a pas été envoyé - vérifiez vos adresses e-mail !
    .alt1 = Le message n’a pas été envoyé - vérifiez vos adresses e-mail !
email-check-failed = La vérification de l’e-mail a échoué, veuillez réessayer
    .alt1 = Échec de la vérification de l’e-mail, veuillez réessayer
cannot-share-email = Désolé, votre blog ne peut pas partager les articles par e-mail.
    .alt1 = Impossible de partager les articles de votre blog par e-mail.
send-to-email = Envoyer à l’adresse e-mail
customize = Personnaliser
site-logo = Logo du site
ready-to-publish = Prêt à publier votre premier article ? Lancez-vous.
hello-world = Bonjour tout le monde !
uncategorized = Non classé
    .alt1 = Uncategorized
    .alt2 = Non catégorisé
just-another-site = Un site utilisant WordPress
    .alt1 = Un autre site WordPress
    .alt2 = Un site WordPress.com
