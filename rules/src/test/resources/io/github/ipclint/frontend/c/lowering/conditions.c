int f(int);

int values(int a, int b) {
    int x = a && b;
    int y = a ? b : 0;
    int z = a ? f(1) : -1;
    return !a || f(b);
}

void branches(int a, int b) {
    if (a && !(b || f(a)))
        f(1);
    else if (f(2) < 0)
        f(3);
    if ((a = f(4)) < 0 || (f(5), b))
        return;
    if (1)
        f(6);
    else
        f(7);
    if (__builtin_expect(!!a, 0))
        f(8);
}

void effects(int a) {
    a ? f(1) : f(2);
    a && f(3);
    a || f(4);
    (void) (a && f(5));
    a = a ?: f(6);
}
