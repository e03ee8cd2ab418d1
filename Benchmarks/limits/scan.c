// The limit of the YAML path: libyaml's events for one file, counted, with nothing built from them.
#include <stdio.h>
#include <stdlib.h>
#include <yaml.h>

int main(int argc, char **argv) {
  if (argc != 2) {
    fprintf(stderr, "usage: scan FILE\n");
    return 64;
  }
  FILE *file = fopen(argv[1], "rb");
  if (file == NULL) {
    perror(argv[1]);
    return 66;
  }

  fseek(file, 0, SEEK_END);
  size_t size = (size_t)ftell(file);
  rewind(file);
  unsigned char *bytes = malloc(size + 1);
  if (bytes == NULL || fread(bytes, 1, size, file) != size) {
    perror(argv[1]);
    return 74;
  }
  fclose(file);

  yaml_parser_t parser;
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_string(&parser, bytes, size);

  size_t events = 0;
  yaml_event_type_t type;
  do {
    yaml_event_t event;
    if (!yaml_parser_parse(&parser, &event)) {
      fprintf(stderr, "%s: %s\n", argv[1], parser.problem);
      return 65;
    }
    type = event.type;
    yaml_event_delete(&event);
    events += 1;
  } while (type != YAML_STREAM_END_EVENT);

  yaml_parser_delete(&parser);
  free(bytes);
  printf("%zu events\n", events);
  return 0;
}
