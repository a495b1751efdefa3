#!/bin/sh
# Builds guest.elf, byte for byte the same each time. Needs Debian's gcc-riscv64-unknown-elf; running the emulator does not.
set -eu
cd "$(dirname "$0")"

riscv64-unknown-elf-gcc \
    -march=rv64ima_zicsr_zifencei -mabi=lp64 -mcmodel=medany -mstrict-align \
    -O2 -std=c11 -Wall -Wextra -Werror \
    -ffreestanding -fno-builtin -fno-pic -fno-common -fno-tree-loop-distribute-patterns \
    -ffixed-s2 -ffixed-s3 -ffixed-s4 -ffixed-s5 -ffixed-s6 -ffixed-s7 -ffixed-s8 -ffixed-s9 -ffixed-s10 -ffixed-s11 \
    -ffixed-t3 -ffixed-t4 -ffixed-t5 -ffixed-t6 \
    -fno-asynchronous-unwind-tables -ffile-prefix-map="$PWD"=. \
    -nostdlib -static -Wl,--build-id=none -Wl,--no-warn-rwx-segments -T guest.ld \
    start.S guest.c console.c -o guest.elf
riscv64-unknown-elf-strip --strip-all guest.elf
