# To be sourced from the top of the tree: how programs for Windows are built here, and how they run.
# shellcheck shell=bash disable=SC2034 # what is set here is used by those who source it
out=$PWD/target/windows
results=$out/results

# Found through PATH and not by their own paths, so that another checkout can use what this one has built.
export PATH=$PWD/tests/windows:$PATH:/usr/lib/wine
export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=link-under-rules RULES_OBJECT=$out/rules.o
export CARGO_TARGET_DIR=$out CARGO_INCREMENTAL=0
# AWS-LC's assembler code as its authors assembled it: no NASM is needed.
export AWS_LC_SYS_PREBUILT_NASM=1

# A Windows of its own, without a window, and without offers to install Gecko and Mono.
export WINEPREFIX=$out/prefix WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml,winemenubuilder.exe="
unset DISPLAY WAYLAND_DISPLAY
# Backtraces take minutes under Wine.
export RUST_BACKTRACE=0

# Ends everything in that Windows, and nothing else.
end_wine() { wineserver -k -w 2>/dev/null || true; }
