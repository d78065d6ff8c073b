int f(void);

void whileLoops(int a) {
    while (a < 3) {
        if (f())
            continue;
        if (a == 2)
            break;
        a++;
    }
    while (1)
        if (f())
            return;
}

void doLoops(int a) {
    do {
        int b = f();
        if (b)
            continue;
    } while (--a);
    do
        f();
    while (0);
    while (0)
        f();
}

void forLoops(void) {
    for (int i = 0, j = 9; i < j; i++, j--)
        f();
    for (;;)
        f();
}
