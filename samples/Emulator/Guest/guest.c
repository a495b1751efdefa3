// A guest that keeps all of its machine changing and notices at once if a migration loses any of it: pages of memory with checked content, registers
// with known values, counters that several harts change atomically, timer and software interrupts, devices that must be ready whenever it runs.
#include "board.h"

#define TICK 20000          // 2 ms, in the clock's 100 ns
#define PAGES_A_ROUND 4     // three from a small hot set, one from all pages
#define HOT_PAGES 48
#define ROUNDS_A_LINE 50

struct control control __attribute__((section(".bss.control")));
extern char __text_start[], __text_end[], __pages[], __global_pointer[] __asm__("__global_pointer$");

// These registers belong to nobody else, in this file and in the others that the build makes.
register uint64_t kept_round __asm__("s2");
register uint64_t kept_s3 __asm__("s3");
register uint64_t kept_s4 __asm__("s4");
register uint64_t kept_s5 __asm__("s5");
register uint64_t kept_s6 __asm__("s6");
register uint64_t kept_s7 __asm__("s7");
register uint64_t kept_s8 __asm__("s8");
register uint64_t kept_s9 __asm__("s9");
register uint64_t kept_s10 __asm__("s10");
register uint64_t kept_s11 __asm__("s11");
register uint64_t kept_t3 __asm__("t3");
register uint64_t kept_t4 __asm__("t4");
register uint64_t kept_t5 __asm__("t5");
register uint64_t kept_t6 __asm__("t6");

static uint64_t known(uint64_t hart, uint64_t number) {
    return number * 0x9e3779b97f4a7c15 + hart * 0xd1b54a32d192ed03;
}

static void stop_here(void) {
    __asm__ volatile("csrci mstatus, 8; csrw mie, zero");
    for (;;) {
        __asm__ volatile("wfi");
    }
}

static void corrupt(uint64_t hart, const char *what, uint64_t where, uint64_t expected, uint64_t found) {
    if (__atomic_exchange_n(&control.failed, 1, __ATOMIC_ACQ_REL) == 0) {
        print_line("guest: CORRUPT hart %d %s %d: expected 0x%x, found 0x%x", hart, what, where, expected, found);
        POWER_SWITCH = POWER_FAILED;
    }
    stop_here();
}

static void keep_registers(uint64_t hart) {
    kept_round = 0;
    kept_s3 = known(hart, 19), kept_s4 = known(hart, 20), kept_s5 = known(hart, 21), kept_s6 = known(hart, 22);
    kept_s7 = known(hart, 23), kept_s8 = known(hart, 24), kept_s9 = known(hart, 25), kept_s10 = known(hart, 26);
    kept_s11 = known(hart, 27), kept_t3 = known(hart, 28), kept_t4 = known(hart, 29), kept_t5 = known(hart, 30);
    kept_t6 = known(hart, 31);
}

#define CHECK_REGISTER(kept, number) \
    if (kept != known(hart, number)) corrupt(hart, "register x", number, known(hart, number), kept)

static void check_registers(uint64_t hart) {
    CHECK_REGISTER(kept_s3, 19);
    CHECK_REGISTER(kept_s4, 20);
    CHECK_REGISTER(kept_s5, 21);
    CHECK_REGISTER(kept_s6, 22);
    CHECK_REGISTER(kept_s7, 23);
    CHECK_REGISTER(kept_s8, 24);
    CHECK_REGISTER(kept_s9, 25);
    CHECK_REGISTER(kept_s10, 26);
    CHECK_REGISTER(kept_s11, 27);
    CHECK_REGISTER(kept_t3, 28);
    CHECK_REGISTER(kept_t4, 29);
    CHECK_REGISTER(kept_t5, 30);
    CHECK_REGISTER(kept_t6, 31);
    if (kept_round != control.hart[hart].round) {
        corrupt(hart, "register x", 18, control.hart[hart].round, kept_round);
    }
}

// A page: generation, hart, number, pseudo-random words that follow from these three, and the sum of all words before the last.
static uint64_t seed(uint64_t generation, uint64_t hart, uint64_t page) {
    return generation * 0x2545f4914f6cdd1d + hart * 0x9e3779b97f4a7c15 + page * 0xbf58476d1ce4e5b9;
}

static uint64_t following(uint64_t word) {
    return word * 0x5851f42d4c957f2d + 0x14057b7ef767814f;
}

static uint64_t *page_address(uint64_t hart, uint64_t page) {
    return (uint64_t *)control.first_page + (hart * control.pages + page) * PAGE_WORDS;
}

static void write_page(uint64_t hart, uint64_t page, uint64_t generation) {
    struct hart_control *own = &control.hart[hart];
    volatile uint64_t *words = page_address(hart, page);
    uint64_t word = seed(generation, hart, page);
    uint64_t sum = generation + hart + page;
    own->in_flight = page + 1;
    words[0] = generation;
    words[1] = hart;
    words[2] = page;
    for (int i = 3; i < PAGE_WORDS - 1; i++) {
        word = following(word);
        sum += word;
        words[i] = word;
    }
    words[PAGE_WORDS - 1] = sum;
    own->generation[page] = generation;
    own->in_flight = 0;
    own->written++;
}

static void check_page(uint64_t hart, uint64_t page, uint64_t generation) {
    const uint64_t *words = page_address(hart, page);
    uint64_t word = seed(generation, hart, page);
    uint64_t sum = generation + hart + page;
    if (words[0] != generation || words[1] != hart || words[2] != page) {
        corrupt(hart, "generation of page", page, generation, words[0]);
    }
    for (int i = 3; i < PAGE_WORDS - 1; i++) {
        word = following(word);
        sum += word;
        if (words[i] != word) {
            corrupt(hart, "content of page", page, word, words[i]);
        }
    }
    if (words[PAGE_WORDS - 1] != sum) {
        corrupt(hart, "checksum of page", page, sum, words[PAGE_WORDS - 1]);
    }
}

static void change_page(uint64_t hart, uint64_t page) {
    uint64_t generation = control.hart[hart].generation[page];
    check_page(hart, page, generation);
    write_page(hart, page, generation + 1);
}

static void add_with_reservation(uint64_t *counter) {
    uint64_t value, failed;
    do {
        __asm__ volatile("lr.d.aq %0, (%2); addi %0, %0, 1; sc.d.rl %1, %0, (%2)"
                         : "=&r"(value), "=&r"(failed) : "r"(counter) : "memory");
    } while (failed != 0);
}

static void count(uint64_t hart) {
    struct hart_control *own = &control.hart[hart];
    for (int i = 0; i < 8; i++) {
        __atomic_fetch_add(&control.swapped, 1, __ATOMIC_ACQ_REL);
        own->swapped++;
        add_with_reservation(&control.reserved);
        own->reserved++;
    }
}

// Sleeps until the condition holds. Interrupts are off between the test and the wfi, so that none gets lost in between; wfi ends all the same.
#define SLEEP_UNTIL(condition)                         \
    for (;;) {                                         \
        __asm__ volatile("csrci mstatus, 8");          \
        if (control.failed) stop_here();               \
        if (condition) break;                          \
        __asm__ volatile("wfi; csrsi mstatus, 8");     \
    }                                                  \
    __asm__ volatile("csrsi mstatus, 8")

static void report(uint64_t round) {
    uint64_t swapped = 0, reserved = 0, written = 0, ticks = 0;
    for (uint64_t hart = 0; hart < control.harts; hart++) {
        swapped += control.hart[hart].swapped;
        reserved += control.hart[hart].reserved;
        written += control.hart[hart].written;
        ticks += control.hart[hart].ticks;
    }
    if (__atomic_load_n(&control.swapped, __ATOMIC_ACQUIRE) != swapped) {
        corrupt(0, "AMO counter at round", round, swapped, control.swapped);
    }
    if (__atomic_load_n(&control.reserved, __ATOMIC_ACQUIRE) != reserved) {
        corrupt(0, "LR/SC counter at round", round, reserved, control.reserved);
    }
    print_line("guest: round %d ok harts=%d pages=%d written=%d ticks=%d sum=%d", round, control.harts, control.harts * control.pages, written, ticks,
               swapped + reserved);
}

// All harts stand still until the first one has looked at what they did; it wakes them by software interrupts.
static void meet(uint64_t hart, uint64_t round) {
    uint64_t epoch = control.epoch;
    uint64_t arrived = __atomic_add_fetch(&control.arrived, 1, __ATOMIC_ACQ_REL);
    (void)arrived;
    if (hart != 0) {
        SLEEP_UNTIL(control.epoch != epoch && control.hart[hart].software == epoch + 1);
        return;
    }
    SLEEP_UNTIL(__atomic_load_n(&control.arrived, __ATOMIC_ACQUIRE) == control.harts * (epoch + 1));
    report(round);
    control.epoch = epoch + 1;
    __asm__ volatile("fence" ::: "memory");
    for (uint64_t other = 1; other < control.harts; other++) {
        CLINT_SOFTWARE(other) = 1;
    }
}

static void check_devices(uint64_t hart, uint64_t round) {
    uint64_t slots = SLOT_COUNT;
    if (slots != 0) {
        uint64_t slot = (round + hart) % slots;
        if (SLOT_READY(slot) != 1) {
            corrupt(hart, "device in slot", slot, 1, 0);
        }
    }
}

void guest_trap(uint64_t cause, uint64_t at, uint64_t value) {
    uint64_t hart;
    __asm__ volatile("mv %0, tp" : "=r"(hart));
    struct hart_control *own = &control.hart[hart];
    if (cause == ((1ull << 63) | 7)) {
        uint64_t next = CLINT_COMPARE(hart) + TICK;
        uint64_t now = CLINT_TIME;
        CLINT_COMPARE(hart) = next > now ? next : now + TICK;
        own->ticks++;
    } else if (cause == ((1ull << 63) | 3)) {
        CLINT_SOFTWARE(hart) = 0;
        own->software++;
    } else {
        corrupt(hart, "trap with cause", cause, at, value);
    }
}

static void work(uint64_t hart) {
    struct hart_control *own = &control.hart[hart];
    uint64_t random = known(hart, 1);
    uint64_t cold = 0;
    for (;;) {
        uint64_t ticks = own->ticks;
        check_registers(hart); // before the round is counted: a lost count must not be taken over
        __asm__ volatile("addi s2, s2, 1; sd s2, 0(%0)" : : "r"(&own->round) : "memory");
        for (int i = 0; i < PAGES_A_ROUND - 1; i++) {
            random = following(random);
            change_page(hart, (random >> 33) % HOT_PAGES);
        }
        change_page(hart, cold);
        cold = cold + 1 == control.pages ? 0 : cold + 1;
        count(hart);
        check_registers(hart);
        check_devices(hart, own->round);
        if (own->round % ROUNDS_A_LINE == 0) {
            meet(hart, own->round);
        }
        SLEEP_UNTIL(own->ticks != ticks);
    }
}

static void describe(uint64_t harts, uint64_t ram) {
    uint64_t pages = (0x80000000 + ram - (uint64_t)__pages) / (PAGE_WORDS * 8) / harts;
    control.harts = harts;
    control.pages = pages < MAX_PAGES ? pages : MAX_PAGES;
    control.first_page = (uint64_t)__pages;
    control.text_start = (uint64_t)__text_start;
    control.text_end = (uint64_t)__text_end;
    control.global_pointer = (uint64_t)__global_pointer;
    print_line("guest: %d harts, %d pages each, from 0x%x", harts, control.pages, control.first_page);
}

void guest_main(uint64_t hart, uint64_t harts, uint64_t ram) {
    static uint64_t described, ready;
    keep_registers(hart);
    if (hart == 0) {
        describe(harts, ram);
        __atomic_store_n(&described, 1, __ATOMIC_RELEASE);
    }
    while (__atomic_load_n(&described, __ATOMIC_ACQUIRE) == 0) {
    }
    for (uint64_t page = 0; page < control.pages; page++) {
        write_page(hart, page, 1);
    }
    if (__atomic_add_fetch(&ready, 1, __ATOMIC_ACQ_REL) == harts) {
        control.magic = CONTROL_MAGIC;
    }
    while (control.magic != CONTROL_MAGIC) {
    }
    CLINT_COMPARE(hart) = CLINT_TIME + TICK;
    __asm__ volatile("csrs mie, %0; csrsi mstatus, 8" : : "r"(0x88));
    work(hart);
}
