# Pourquoi un classeur ou un autre fichier de bureautique est refusé.
archive-damaged = le fichier est endommagé ou tronqué ; enregistrez-le de nouveau dans le logiciel d’où il vient
archive-encrypted = le fichier est protégé par un mot de passe ; enregistrez-le sans mot de passe
archive-unknown-method = le fichier est compressé d’une manière inconnue ici ; enregistrez-le de nouveau au format .xlsx
archive-too-many-parts = le fichier compte plus de { $limit } parties et n’a pas été lu
archive-too-large = une fois décompressé, le fichier dépasserait { $limit } ou de très loin sa propre taille ; il n’a pas été lu
workbook-none = ce n’est pas un classeur ; enregistrez-le au format .xlsx
workbook-damaged = le classeur est endommagé (« { $part } », ligne { $line }) ; enregistrez-le de nouveau dans le logiciel d’où il vient
workbook-too-much-text = le classeur contient plus de { $limit } de texte ; divisez-le
