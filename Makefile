# make demo      installs what is missing, builds, and converts a real map
# make test      runs the tests
# make help      lists the rest

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
CJM := .build/release/cjm
STRICT := CJM_STRICT=1
# Types that are known are made without a search through all that is linked, which is a fifth of the start.
FAST := -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors

.PHONY: help demo deps build release test lint format schema pictures benchmark fuzz suites install uninstall clean

help:
	@echo "make demo                 install what is missing, build, and convert a real map"
	@echo "make build                build .build/release/cjm"
	@echo "make release              build the static executable .build/static/cjm"
	@echo "make test                 run the tests"
	@echo "make lint                 check the format and the documentation of the code"
	@echo "make format               format the code"
	@echo "make schema               write Schemas/ anew from the model"
	@echo "make pictures             draw the pictures of the documentation anew (needs Graphviz)"
	@echo "make benchmark            measure against the limits and the peers that are installed"
	@echo "make fuzz [SECONDS=60]    run each fuzz target for that long"
	@echo "make suites SUITES=DIR    run yaml-test-suite, JSONTestSuite and DOT files from folders in DIR"
	@echo "make install [PREFIX=…]   install the command, its man page and completions"

demo: build
	$(CJM) convert Examples/b2c-running-shoes.yaml -o .build/running-shoes.json
	$(CJM) validate .build/running-shoes.json Examples/*.yaml
	$(CJM) convert .build/running-shoes.json --to yaml | head -n 12
	@echo "The whole map as JSON: .build/running-shoes.json"
	@if command -v dot >/dev/null; then \
	  $(CJM) convert .build/running-shoes.json -o .build/running-shoes.svg && echo "Its picture: .build/running-shoes.svg"; \
	else \
	  $(CJM) convert .build/running-shoes.json -o .build/running-shoes.dot && \
	  echo "Its drawing: .build/running-shoes.dot; with Graphviz installed also SVG, PNG and PDF"; \
	fi

# libyaml and expat are what Swift does not bring along.
deps:
	@.ci/install-libraries

build: deps
	$(STRICT) $(SWIFT) build -c release --product cjm $(FAST)

release: deps
	$(STRICT) $(SWIFT) build -c release --product cjm --scratch-path .build/static-build $(FAST) -Xswiftc -static-executable
	mkdir -p .build/static
	cp .build/static-build/release/cjm .build/static/cjm
	strip .build/static/cjm

test: deps
	$(STRICT) $(SWIFT) build --build-tests
	$(STRICT) $(SWIFT) test --skip-build

lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

format:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

schema: build
	$(CJM) schema > Schemas/journeymap.v1.schema.json
	$(CJM) schema template > Schemas/template.v1.schema.json

# Draws the pictures of the documentation anew; needs Graphviz.
pictures: build
	mkdir -p Documentation/pictures
	$(CJM) convert Examples/b2c-running-shoes.yaml -o Documentation/pictures/running-shoes.svg
	sed -n '/^```yaml/,/^```/p' README.md | sed -n '/^journeymap/,/^```/p' | sed '/^```/,$$d' | \
	  $(CJM) convert --from yaml -o Documentation/pictures/coffee.svg
	for id in $$($(CJM) templates --json | sed -n 's/^    "id": "\(.*\)",$$/\1/p'); do \
	  $(CJM) templates show $$id --lang en -o Documentation/pictures/template-$$id.svg || exit 1; \
	done

benchmark: build release
	python3 Benchmarks/benchmark.py

SECONDS ?= 60
fuzz: deps
	Tests/Fuzzing/run $(SECONDS)

suites: build
	python3 Tests/Suites/schema.py --cjm $(CJM)
	python3 Tests/Suites/run.py --cjm $(CJM) $(SUITES)
	if [ -d "$(SUITES)/dot" ]; then python3 Tests/Suites/dot.py --cjm $(CJM) $(SUITES)/dot; fi

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions
	install -d $(DESTDIR)$(PREFIX)/share/zsh/site-functions $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	install -m 755 $(CJM) $(DESTDIR)$(PREFIX)/bin/cjm
	$(SWIFT) package --allow-writing-to-package-directory generate-manual --multi-page --date "$$(date +%Y-%m-%d)"
	install -m 644 .build/plugins/GenerateManual/outputs/cjm/*.1 $(DESTDIR)$(PREFIX)/share/man/man1/
	$(CJM) --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/cjm
	$(CJM) --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_cjm
	$(CJM) --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/cjm.fish

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/cjm $(DESTDIR)$(PREFIX)/share/man/man1/cjm*.1
	rm -f $(DESTDIR)$(PREFIX)/share/bash-completion/completions/cjm
	rm -f $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_cjm $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/cjm.fish

clean:
	rm -rf .build
