# What the commands say about files, projects and their work.
file-not-found = { $path }: no such file; check the path
file-is-folder = { $path }: this is a folder; name a file in it
file-no-permission = { $path }: no permission to read it; change the file’s permissions
folder-no-permission = { $path }: no permission to read this folder, so that nothing in it was looked at; change its permissions
file-too-large = { $path }: larger than the limit of { $limit }; raise “file” under [limits] in visavis.toml
file-unreadable = { $path }: cannot be read ({ $detail }); check the file and the disk that it is on
file-bad-encoding = { $count ->
        [one] bytes that are not { $encoding } in one place
       *[other] bytes that are not { $encoding } in { $count } places, this is the first
    }; what could be read was used; save the file as UTF-8, or let a page declare the encoding that it is in
file-not-as-declared = { $count ->
        [one] bytes that are not { $encoding } in one place
       *[other] bytes that are not { $encoding } in { $count } places, this is the first
    }, though the file declares that encoding; what could be read was used; if the file is in another encoding, its declaration is wrong: mend it, or save the file as { $encoding }
file-nul = { $count ->
        [one] a NUL byte
       *[other] { $count } NUL bytes, this is the first
    }: this is hardly a text; what could be read was used; check that it is the right file
file-binary = { $path }: not a text; name a text, or save it as UTF-8 if it is one in another encoding
file-wide = { $path }: read as { $encoding }; fixes keep this encoding
file-mislabelled = { $path }: declares the encoding { $label }, but its bytes are not in it; read as { $encoding }; mend the declaration in the head of the page
file-unknown-encoding = { $path }: declares the encoding { $label }, but there is none of that name that could be read; read as { $encoding }; mend the declaration in the head of the page
file-cannot-write = { $path }: cannot be written ({ $detail })
file-cannot-write-folder = { $path }: cannot be written, for its folder is missing or is a file; choose another folder
file-cannot-write-permission = { $path }: no permission to write; change the permissions or choose another folder
file-cannot-write-link = { $path }: a symbolic link, which is never written through; name the file that it points to
project-not-found = { $folder }: no visavis.toml here or above; write one, or begin with “visavis init”
project-unknown-rule = there is no rule “{ $code }”; “visavis rules” lists them
project-unknown-rule-nearest = there is no rule “{ $code }”; did you mean “{ $nearest }”?
check-needs-languages = { $path }: the languages are not named in the file; add --source-lang and --target-lang
check-nothing = { $folder }: nothing here that can be checked; name a file, or write a visavis.toml
check-language = { $path }: checked as { $lang }
page-is-bilingual = { $path }: a bilingual file, not a page; “visavis check” reads it
build-same-language = { $path }: source and target are both { $lang }; name two languages
page-empty = { $path }: no text in this file; there is nothing to set face to face
page-no-article = { $path }: nothing in this file looks like an article, all of it seems to belong to the site; put the article into an <article> or <main> element, or take another file
page-untranslated = { $path }: no translation; { $translation } does not exist
align-not-parallel = { $target } is no translation of { $source }, as far as can be told; every row is left open
align-texts-not-parallel = { $target } is no translation of { $source }, as far as can be told
build-no-target-language = { $path }: translated into which language? add --target-lang, or “target” in visavis.toml
build-no-source-language = { $path }: in which language is it? add --source-lang, or “source” in visavis.toml
build-no-pages = { $path }: names no page; add a [[page]] with its “source”
fix-not-whole = { $path }: not fixed, for it could not be read whole
fix-not-exact = { $path }: not fixed, for its { $encoding } writes a character in a way that would not be kept; save the page as UTF-8 first
init-exists = { $path } exists already; nothing was written
init-project-source = The language the article is written in.
init-project-target = The language it is translated into, and the site’s own unless [chrome] lang says otherwise.
init-project-translation = Leave the translation out while there is none: the rows stay open, with the glossary’s hints.
init-glossary-head =
    One entry a concept: the form to use in each language, and those not to use.
    Plurals, feminines and elisions are found by themselves.
init-glossary-concept = A first entry; the word between the brackets is its name, chosen freely.
build-no-page-fits = no page fits “{ $pattern }”; check the pattern in visavis.toml
build-page-untranslated = “{ $target }” is not there: the rows of “{ $source }” are left open
build-translation-found = “{ $target }” is taken for the translation of “{ $source }”
