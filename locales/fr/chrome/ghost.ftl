### Ce que voient les visiteurs de Ghost, de Medium et des thèmes courants de Hugo et Jekyll.
###
### Écrit d’après ce que montrent les pages ; un attribut est une autre tournure (.alt1, .alt2 …) ou, sous tout autre nom,
### le pendant de l’attribut du même nom. Un repère brut d’une page (%s, %d) tient lieu de la variable à sa place.
###
### $count (Number)
### $date (Date)
### $page (Number)
### $service (Name)
### $theme (Name)
### $title (Title)
### $total (Number)

## Ghost et Medium : adhésion, lecture, partage
sign-up = S’inscrire
    .alt1 = Inscrivez-vous
    .alt2 = Inscription
become-a-member = Devenir membre
    .alt1 = Devenez membre
already-member = Déjà membre ? Se connecter
    .alt1 = Déjà membre ? Connectez-vous
already-member-plain = Déjà membre ?
members-only = Cet article est réservé aux membres
    .alt1 = Cet article est réservé aux abonnés
    .alt2 = Cette publication est réservée aux abonnés
paid-only = Cet article est réservé aux abonnés payants
    .alt1 = Cette publication est réservée aux abonnés payants
subscribe-to-read-all = Abonnez-vous pour accéder à tous nos articles, profiter de contenus exclusifs et rester au courant des dernières nouvelles.
    .alt1 = Inscrivez-vous pour lire cet article et accéder à tous les articles réservés aux abonnés.
sign-up-to-read = Inscrivez-vous pour lire cet article
    .alt1 = Abonnez-vous pour lire la suite
    .alt2 = Abonnez-vous pour continuer la lecture
great-subscribed = Bravo ! Votre inscription est confirmée.
    .alt1 = Parfait ! Vous êtes bien inscrit.
welcome-back = Heureux de vous revoir ! Vous êtes connecté.
check-inbox = Vérifiez votre boîte de réception et cliquez sur le lien pour confirmer votre abonnement.
    .alt1 = Consultez votre boîte de réception et cliquez sur le lien
subscribed-to = Vous êtes maintenant abonné à { $title }
    .alt1 = Vous êtes bien abonné à { $title }.
link-expired = Votre lien a expiré.
billing-updated = Vos informations de facturation ont été mises à jour.
your-account = Votre compte
    .my = Mon compte
    .bare = Compte
account-settings = Paramètres du compte
your-email = Votre adresse e-mail
    .alt1 = Votre e-mail
    .alt2 = Votre adresse électronique
    .alt3 = Votre courriel
email-sent = E-mail envoyé ! Vérifiez votre boîte de réception !
    .alt1 = E-mail envoyé
stay-up-to-date = Recevez les derniers articles directement dans votre boîte de réception
    .alt1 = Recevez les derniers articles directement dans votre boîte mail
no-spam = Pas de spam. Désabonnement à tout moment.
    .alt1 = Pas de spam. Désinscription à tout moment.
you-might-like = À lire ensuite
    .alt1 = À lire ensuite…
    .alt2 = À lire également
more-in = Plus dans { $title }
    .alt1 = Plus d’articles dans { $title }
    .alt2 = Voir tous les articles dans { $title }
see-all-posts = { $count ->
        [one] Voir le { $count } article
       *[other] Voir les { $count } articles
    }
see-all = Voir tout
    .alt1 = Tout voir
show-all = Tout afficher
    .alt1 = Afficher tout
all-posts = Tous les articles
see-all-posts-plain = Voir tous les articles
load-more = Charger plus
    .alt1 = Charger la suite
    .posts = Charger plus d’articles
show-more = Afficher plus
see-more = Voir plus
more-posts = Plus d’articles
    .alt1 = Autres articles
a-collection-of-posts = { $count ->
        [one] Une collection de { $count } article
       *[other] Une collection de { $count } articles
    }
zero-posts = Aucun article
    .alt1 = Pas d’article
published-with = Publié avec { $service }
    .alt1 = Construit avec { $service }
    .alt2 = Créé avec { $service }
    .alt3 = Fait avec { $service }
    .alt4 = Généré avec { $service }
featured-posts = Articles à la une
    .alt1 = Articles en vedette
    .alt2 = La sélection de la rédaction
    .alt3 = Le choix de la rédaction
top-highlight = Passage le plus surligné
claps = { $count ->
        [one] { $count } applaudissement
       *[other] { $count } applaudissements
    }
min-ago = { $count ->
        [one] il y a { $count } minute
       *[other] il y a { $count } minutes
    }
    .alt1 = { $count ->
            [one] il y a { $count } min
           *[other] il y a { $count } min
        }
seconds-ago = { $count ->
        [one] il y a { $count } seconde
       *[other] il y a { $count } secondes
    }
hours-ago = { $count ->
        [one] il y a { $count } heure
       *[other] il y a { $count } heures
    }
days-ago = { $count ->
        [one] il y a { $count } jour
       *[other] il y a { $count } jours
    }
weeks-ago = { $count ->
        [one] il y a { $count } semaine
       *[other] il y a { $count } semaines
    }
months-ago = { $count ->
        [one] il y a { $count } mois
       *[other] il y a { $count } mois
    }
years-ago = { $count ->
        [one] il y a { $count } an
       *[other] il y a { $count } ans
    }
just-now = À l’instant
yesterday = Hier

## Thèmes de Hugo et Jekyll
last-updated-on = Dernière mise à jour le { $date }
    .alt1 = Dernière modification le { $date }
    .alt2 = Dernière mise à jour : { $date }
    .alt3 = Dernière modification : { $date }
    .alt4 = Mis à jour le { $date }
    .alt5 = Mise à jour : { $date }
    .alt6 = Mise à jour le { $date }
    .alt7 = Modifié le { $date }
    .alt8 = Mis à jour : { $date }
table-of-contents = Table des matières
    .page = Sur cette page
    .short = Sommaire
word-count = { $count ->
        [one] { $count } mot
       *[other] { $count } mots
    }
characters = { $count ->
        [one] { $count } caractère
       *[other] { $count } caractères
    }
dark-mode = Mode sombre
toggle-dark = Basculer en mode sombre
    .alt1 = Activer/désactiver le mode sombre
light-mode = Mode clair
back-to-posts = Retour aux articles
    .alt1 = Retour au blog
edit-this-page = Modifier cette page
    .github = Modifier cette page sur GitHub
    .suggest = Suggérer des modifications
    .improve = Améliorer cette page
translations = Traductions : { $title }
    .alt1 = Aussi disponible en : { $title }
    .alt2 = Disponible en : { $title }
    .alt3 = Également disponible en : { $title }
series = Cet article fait partie de la série { $title }
    .alt1 = Fait partie de la série { $title }
part-of = Partie { $page } sur { $total }
copy-code = Copier le code
    .bare = Copier
copied = Copié !
    .link = Lien copié !
copy-link = Copier le lien
    .alt1 = Copier le lien dans le presse-papiers
view-source = Voir la source
    .alt1 = Afficher la source
    .alt2 = Voir le code source
git-info = Informations Git
unlisted = Brouillon
theme-variant = Construit avec { $service } et { $theme }
    .alt1 = Propulsé par { $service } et { $theme }
    .alt2 = Propulsé par { $service } avec le thème { $theme }
