# The commands that README.md names. Each installs first what the machine lacks, and is quick when it lacks nothing.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run forget-links test matrix diagnosis fuzz lint bench package package-check shots check windows windows-domain macos

SUPPORT := tests/support

help:
	@echo "make run       build Certdesk, let it open certdesk:// links for you, and open it"
	@echo "make forget-links  take that entry out of your desktop's settings again"
	@echo "make test      every test, headless: needs no display and no session bus"
	@echo "make matrix    every step of a rotation, every fault, and the process killed at every point"
	@echo "make diagnosis seventy-two failures, each produced, and what the diagnosis makes of it"
	@echo "make fuzz      an hour of files that nobody has seen before, for the file doctor"
	@echo "make windows   the tests for Windows, under Wine with Windows' own rules for open and locked files"
	@echo "make windows-domain  the same without the shell, in half the time"
	@echo "make macos     a type check of everything for macOS"
	@echo "make lint      formatting, clippy, types"
	@echo "make check     the same, documentation and licences"
	@echo "make bench     the figures that README.md claims, measured here"
	@echo "make package   the bundles of this system, in target/release/bundle"
	@echo "make package-check  the .deb and .rpm, installed into a scratch root, upgraded and removed"
	@echo "make shots     the pictures in README.md, taken from the running app"

# A failure is told and the window opens all the same: signing in through a web page needs no links.
run:
	$(SUPPORT)/install.sh build
	cargo build --locked --package certdesk
	-cargo run --quiet --locked --package certdesk -- --register-links
	cargo run --locked --package certdesk

forget-links:
	cargo run --locked --package certdesk -- --unregister-links

test:
	$(SUPPORT)/install.sh test
	$(SUPPORT)/test.sh

matrix:
	$(SUPPORT)/install.sh build
	cargo test --locked --package rotation-matrix

diagnosis:
	$(SUPPORT)/install.sh build
	cargo test --locked --package failure-diagnosis

fuzz:
	$(SUPPORT)/install.sh build
	$(SUPPORT)/fuzz.sh

windows:
	$(SUPPORT)/install.sh windows
	tests/windows/run.sh

windows-domain:
	$(SUPPORT)/install.sh windows
	tests/windows/run.sh domain

macos:
	$(SUPPORT)/install.sh macos
	tests/macos/check.sh

lint:
	$(SUPPORT)/install.sh test
	$(SUPPORT)/lint.sh

check:
	$(SUPPORT)/install.sh test
	$(SUPPORT)/check.sh

bench:
	$(SUPPORT)/install.sh bench
	$(SUPPORT)/bench.sh

package:
	$(SUPPORT)/install.sh package
	$(SUPPORT)/package.sh

package-check: package
	$(SUPPORT)/install.sh package-check
	tests/package/check.sh

shots:
	$(SUPPORT)/install.sh test
	$(SUPPORT)/shots.sh
