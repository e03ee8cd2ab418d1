// Embeds the template in FOLDER, which the including file defines, with all its languages.
#define ENDING yaml
#define NAME template.yaml
#include "File.h"
#include "Languages.h"
#undef ENDING
#undef FOLDER
