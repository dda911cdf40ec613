# Names that are spelled in several ways.
names-same = same name
names-other = another name
names-same-letters = The same letters, but for case, accents and doubled letters.
names-equated = “{ $a }” and “{ $b }” may stand for the same sound.
names-differ = “{ $a }” and “{ $b }” stand for different sounds.
names-extra = Only one of the two has “{ $a }”.
names-article = Only one of the two has an article.
names-trimmed = A possessive or an elision was left out.
names-initial = An initial stands for a word.
names-missing =
    { $count ->
        [one] One of the two leaves out a word.
       *[other] One of the two leaves out { $count } words.
    }
names-order = The words stand in another order.
names-joined = One writes in one word what the other writes in several.
names-ending = The ending of an inflected form was left out.
names-nothing = No name was found that is spelled in several ways, or none of those asked for.
names-paste = Paste into a glossary; check kind (person, place, organization) and which spelling you prefer.
names-no-name = “{ $name }” holds no letters; give a name
