// Whole lines on the UART, from several harts.
#include <stdarg.h>

#include "board.h"

static uint32_t busy;

static void put(char character) {
    while ((UART_LINE_STATUS & UART_TRANSMITTER_EMPTY) == 0) {
    }
    UART_TRANSMIT = (uint8_t)character;
}

static void put_number(uint64_t number, unsigned base) {
    char digits[20];
    int count = 0;
    do {
        digits[count++] = "0123456789abcdef"[number % base];
        number /= base;
    } while (number != 0);
    while (count > 0) {
        put(digits[--count]);
    }
}

void print_line(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    while (__atomic_exchange_n(&busy, 1, __ATOMIC_ACQUIRE) != 0) {
    }
    for (; *format != 0; format++) {
        if (*format != '%') {
            put(*format);
            continue;
        }
        switch (*++format) {
        case 's':
            for (const char *text = va_arg(arguments, const char *); *text != 0; text++) {
                put(*text);
            }
            break;
        case 'd':
            put_number(va_arg(arguments, uint64_t), 10);
            break;
        default:
            put_number(va_arg(arguments, uint64_t), 16);
            break;
        }
    }
    put('\n');
    __atomic_store_n(&busy, 0, __ATOMIC_RELEASE);
    va_end(arguments);
}
