#include "CEmbedded.h"

#define SPELLED(path) SPELLED_AS_IS(path)
#define SPELLED_AS_IS(path) #path

static const struct cjm_embedded_file files[] = {
#define FOLDER terms
#define ENDING yaml
#define NAME en.yaml
#include "File.h"
#include "Languages.h"
#undef ENDING
#undef FOLDER

#define FOLDER unchanged
#define ENDING txt
#include "Languages.h"
#undef ENDING
#undef FOLDER

#define FOLDER b2b
#include "Template.h"
#define FOLDER b2c
#include "Template.h"
#define FOLDER banking
#include "Template.h"
#define FOLDER circular
#include "Template.h"
#define FOLDER citizen
#include "Template.h"
#define FOLDER current-state
#include "Template.h"
#define FOLDER customer-support
#include "Template.h"
#define FOLDER day-in-the-life
#include "Template.h"
#define FOLDER ecommerce
#include "Template.h"
#define FOLDER emotional-curve
#include "Template.h"
#define FOLDER empathy-map
#include "Template.h"
#define FOLDER employee
#include "Template.h"
#define FOLDER experience-map
#include "Template.h"
#define FOLDER future-state
#include "Template.h"
#define FOLDER mobile
#include "Template.h"
#define FOLDER patient
#include "Template.h"
#define FOLDER planned-vs-actual
#include "Template.h"
#define FOLDER retail
#include "Template.h"
#define FOLDER saas-onboarding
#include "Template.h"
#define FOLDER service-blueprint
#include "Template.h"
#define FOLDER standard
#include "Template.h"
#define FOLDER time-happiness
#include "Template.h"
#define FOLDER travel
#include "Template.h"
#define FOLDER workshop-blueprint
#include "Template.h"

  { 0, 0 },
};

const struct cjm_embedded_file *cjm_embedded_files(void) { return files; }
