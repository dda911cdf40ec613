## Sentence embeddings from a server

embeddings-sending = { $count ->
        [one] asking { $url } for the embedding of one sentence
       *[other] asking { $url } for the embeddings of { $count } sentences and clauses
    }
embeddings-bad-url = “{ $url }” is no address of an embedding server; write it as http://localhost:8000 or https://HOST/v1
embeddings-insecure = { $url }: a key is not sent over plain http to another machine; use https, or leave VISAVIS_EMBEDDINGS_KEY unset
embeddings-no-https = { $url }: this program was built without https; name an http address, or build it with the feature “https”
embeddings-unreachable = { $url } cannot be reached; check the address, and that the server runs ({ $detail })
embeddings-timeout = { $url } did not answer within { $seconds ->
        [one] one second
       *[other] { $seconds } seconds
    }; is it overloaded?
embeddings-status = { $url } answered with status { $code }: { $detail }
embeddings-too-large = { $url } answered with more than { $limit }; that cannot be the embeddings of a few sentences
embeddings-not-json = { $url } answered something else than a list of embeddings; does the address end in /v1/embeddings?
embeddings-wrong-count = { $url } was asked for { $wanted } embeddings and gave { $given }
embeddings-not-numbers = { $url } gave an embedding with something in it that is no number
embeddings-wrong-width = { $url } gave embeddings of unlike length: { $wanted } numbers, then { $given }
