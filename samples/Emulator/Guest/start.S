# Entry and trap handler of the guest. The board starts every hart here with
#   a0 = its number, a1 = how many harts there are, a2 = bytes of RAM.
# s2 to s11 and t3 to t6 hold known values for ever (see guest.c): nothing here touches them.

    .section .text.start, "ax"
    .globl  _start
_start:
    .option push
    .option norelax
    la      gp, __global_pointer$
    .option pop
    mv      tp, a0
    la      sp, __stacks_top
    slli    t0, a0, 14                  # 16 KiB of stack for each hart
    sub     sp, sp, t0
    la      t0, trap_entry
    csrw    mtvec, t0
    call    guest_main
1:  wfi
    j       1b

    .text
    .align  2
trap_entry:
    addi    sp, sp, -128
    sd      ra, 0(sp)
    sd      t0, 8(sp)
    sd      t1, 16(sp)
    sd      t2, 24(sp)
    sd      a0, 32(sp)
    sd      a1, 40(sp)
    sd      a2, 48(sp)
    sd      a3, 56(sp)
    sd      a4, 64(sp)
    sd      a5, 72(sp)
    sd      a6, 80(sp)
    sd      a7, 88(sp)
    csrr    a0, mcause
    csrr    a1, mepc
    csrr    a2, mtval
    call    guest_trap
    ld      ra, 0(sp)
    ld      t0, 8(sp)
    ld      t1, 16(sp)
    ld      t2, 24(sp)
    ld      a0, 32(sp)
    ld      a1, 40(sp)
    ld      a2, 48(sp)
    ld      a3, 56(sp)
    ld      a4, 64(sp)
    ld      a5, 72(sp)
    ld      a6, 80(sp)
    ld      a7, 88(sp)
    addi    sp, sp, 128
    mret
