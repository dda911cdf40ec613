# Rules of inflection and dictionaries that a project brings.
morphology-bad-rules = { $path }, line { $line }: the rules of inflection cannot be read ({ $detail }); correct the line, or take the file out of [morphology]
morphology-bad-dictionary = { $path } holds no words; name a hunspell dictionary, that is a .aff file and a .dic file of the same name
