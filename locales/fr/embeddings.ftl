## Plongements de phrases calculés par un serveur

embeddings-sending = { $count ->
        [one] demande à { $url } le plongement d’une phrase
       *[other] demande à { $url } les plongements de { $count } phrases et membres de phrase
    }
embeddings-bad-url = « { $url } » n’est pas l’adresse d’un serveur de plongements ; écrivez par exemple http://localhost:8000 ou https://HOST/v1
embeddings-insecure = { $url } : une clé ne s’envoie pas en http non chiffré à une autre machine ; passez à https, ou ne définissez pas VISAVIS_EMBEDDINGS_KEY
embeddings-no-https = { $url } : ce programme a été construit sans https ; donnez une adresse http, ou construisez-le avec l’option « https »
embeddings-unreachable = { $url } est inaccessible ; vérifiez l’adresse, et que le serveur fonctionne ({ $detail })
embeddings-timeout = { $url } n’a pas répondu en { $seconds ->
        [one] { $seconds } seconde
       *[other] { $seconds } secondes
    } ; est-il surchargé ?
embeddings-status = { $url } a répondu par le code { $code } : { $detail }
embeddings-too-large = { $url } a répondu par plus de { $limit } ; ce ne peut être le plongement de quelques phrases
embeddings-not-json = { $url } a répondu autre chose qu’une liste de plongements ; l’adresse se termine-t-elle par /v1/embeddings ?
embeddings-wrong-count = { $url } devait donner { $wanted } plongements et en a donné { $given }
embeddings-not-numbers = { $url } a donné un plongement qui contient autre chose que des nombres
embeddings-wrong-width = { $url } a donné des plongements de longueurs différentes : { $wanted } nombres, puis { $given }
