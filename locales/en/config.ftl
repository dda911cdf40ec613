# Mistakes in visavis.toml.
config-bad-language = “{ $key }” is “{ $value }”, which is no language; write a code such as en, fr or pt-BR
config-bad-language-nearest = “{ $key }” is “{ $value }”, which is no language code; write “{ $nearest }”
config-bad-size = “{ $key }” is “{ $value }”, which is no size; write for instance “64 MiB”
