# Règles de flexion et dictionnaires apportés par un projet.
morphology-bad-rules = { $path }, ligne { $line } : impossible de lire les règles de flexion ({ $detail }) ; corrigez la ligne ou retirez le fichier de [morphology]
morphology-bad-dictionary = { $path } ne contient aucun mot ; indiquez un dictionnaire hunspell, c’est-à-dire un fichier .aff et un fichier .dic de même nom
