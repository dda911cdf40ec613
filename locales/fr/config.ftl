# Fautes dans visavis.toml.
config-bad-language = « { $key } » vaut « { $value } », qui n’est pas une langue ; écrivez un code tel que en, fr ou pt-BR
config-bad-language-nearest = « { $key } » vaut « { $value } », qui n’est pas un code de langue ; écrivez « { $nearest } »
config-bad-size = « { $key } » vaut « { $value } », qui n’est pas une taille ; écrivez par exemple « 64 MiB »
