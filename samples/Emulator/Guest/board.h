// The board as the guest sees it, and what the guest shows to somebody who looks at its memory from outside.
#ifndef BOARD_H
#define BOARD_H

#include <stdint.h>

#define POWER_SWITCH (*(volatile uint32_t *)0x00100000)
#define POWER_FAILED 0x3333

#define CLINT_SOFTWARE(hart) (*(volatile uint32_t *)(0x02000000 + 4 * (uint64_t)(hart)))
#define CLINT_COMPARE(hart) (*(volatile uint64_t *)(0x02004000 + 8 * (uint64_t)(hart)))
#define CLINT_TIME (*(volatile uint64_t *)0x0200bff8)

#define UART_TRANSMIT (*(volatile uint8_t *)0x10000000)
#define UART_LINE_STATUS (*(volatile uint8_t *)0x10000005)
#define UART_TRANSMITTER_EMPTY 0x20

#define SLOT_COUNT (*(volatile uint64_t *)0x10001000)
#define SLOT_READY(slot) (*(volatile uint64_t *)(0x10001000 + 16 * ((uint64_t)(slot) + 1)))

#define MAX_HARTS 8
#define PAGE_WORDS 512
#define MAX_PAGES 1024 // a hart

#define CONTROL_MAGIC 0x5453455547504D45 // "EMPGUEST"

struct hart_control {
    volatile uint64_t round;           // equal to register s2, or one behind it for an instant
    volatile uint64_t ticks;           // timer interrupts taken
    volatile uint64_t software;        // software interrupts taken
    volatile uint64_t swapped;         // what this hart has added to the counter that AMOs change
    volatile uint64_t reserved;        // what this hart has added to the counter that LR and SC change
    volatile uint64_t in_flight;       // 1 + the page that is being written, 0 for none
    volatile uint64_t written;         // pages written
    volatile uint64_t unused;
    volatile uint64_t generation[MAX_PAGES]; // of each page; 0: not written yet
};

struct control {
    volatile uint64_t magic;           // written last, when everything else is valid
    volatile uint64_t harts;
    volatile uint64_t pages;           // a hart
    volatile uint64_t first_page;      // address; hart h has the pages h * pages to (h + 1) * pages - 1
    volatile uint64_t text_start;
    volatile uint64_t text_end;
    volatile uint64_t failed;
    volatile uint64_t global_pointer;
    uint64_t swapped;                  // the sum of the harts' figures, as soon as they stand still
    uint64_t reserved;
    uint64_t arrived;
    volatile uint64_t epoch;
    volatile uint64_t unused[4];
    struct hart_control hart[MAX_HARTS];
};

extern struct control control;

// Prints a line. Of the format there are %s, %d (unsigned, 64 bits) and %x (64 bits).
void print_line(const char *format, ...);

#endif
