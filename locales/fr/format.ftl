# Ce qui est dit des fichiers lus.

format-language-unknown = « { $tag } » n’est pas un code de langue ; écrivez un code tel que en, fr ou pt-BR
format-language-unknown-nearest = « { $tag } » n’est pas un code de langue ; vouliez-vous écrire « { $nearest } » ?
format-too-many-blocks = plus de { $count } paragraphes ; rien n’a été lu à partir d’ici ; découpez le fichier
