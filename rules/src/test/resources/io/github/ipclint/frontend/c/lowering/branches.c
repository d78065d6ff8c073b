#include <missing.h>
#ifdef HAVE_THING
int thing(void) { return 1; }
#else
int thing(void) { return 2; }
int without(void) { return 3; }
#endif

int body(int a) {
#ifndef HAVE_THING
    a = 1;
#else
    a = 2;
#endif
#if 0
    a = 3;
#elif defined(_WIN32)
    a = 4;
#else
    a = 5;
#endif
#ifdef DEBUG
    if (a) {
#else
    if (!a) {
#endif
        a = 6;
    }
#if LEVEL > 2 && defined(__linux__)
    a = 7;
#endif
    return a;
}

#if 0
int dead(void) { return 0; }
#endif
#ifdef __cplusplus
extern "C" {
#endif
int inC(void) { return 1; }
#ifdef __cplusplus
}
#endif
