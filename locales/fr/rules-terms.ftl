# Ce que disent les règles sur les termes d’un projet entier, leur graphie et leur nombre, et les options des règles.
acronym-redefined-again = « { $acronym } » est déjà défini plus haut ; écrivez le sigle seul
acronym-redefined-differently = plus haut, « { $acronym } » signifie « { $first } », et non « { $second } »
do-not-translate-keep = « { $term } » ne se traduit pas ; gardez-le tel quel
term-case-use = écrivez « { $right } », et non « { $found } »
term-count-surplus = « { $term } » figure { $target ->
        [one] une fois
       *[other] { $target } fois
    } ici, et { $source ->
        [one] une fois
       *[other] { $source } fois
    } dans la source
term-inconsistent-spelling = « { $found } » s’écrit « { $other } » ailleurs
term-inconsistent-form = « { $found } » figure ici et « { $other } » ailleurs pour la même chose
term-spelling-use = écrivez « { $right } », et non « { $found } »
unit-inconsistent-target = la même source est traduite autrement ailleurs : « { $other } »
unit-inconsistent-source = une autre source a la même traduction ailleurs : « { $other } »
rule-option-unknown = { $code } n’a pas d’option « { $option } » ; elle a : { $known }
rule-option-flag = l’option « { $option } » de { $code } vaut true ou false
rule-option-number = l’option « { $option } » de { $code } est un nombre entier de { $least } à { $most }
