// Embeds a file of FOLDER with the ending ENDING for each language but English.
#define NAME ar.ENDING
#include "File.h"
#define NAME da.ENDING
#include "File.h"
#define NAME de.ENDING
#include "File.h"
#define NAME es.ENDING
#include "File.h"
#define NAME et.ENDING
#include "File.h"
#define NAME fi.ENDING
#include "File.h"
#define NAME fil.ENDING
#include "File.h"
#define NAME fr.ENDING
#include "File.h"
#define NAME ja.ENDING
#include "File.h"
#define NAME nb.ENDING
#include "File.h"
#define NAME pl.ENDING
#include "File.h"
#define NAME pt-BR.ENDING
#include "File.h"
#define NAME ru.ENDING
#include "File.h"
#define NAME sv.ENDING
#include "File.h"
#define NAME uk.ENDING
#include "File.h"
#define NAME zh-Hans.ENDING
#include "File.h"
