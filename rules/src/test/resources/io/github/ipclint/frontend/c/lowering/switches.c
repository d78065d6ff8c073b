enum kind { ONE = 1, TWO, FIVE = ONE + 4 };
int f(int);

void fallThrough(int c) {
    switch (c) {
    case ONE:
        f(1);
    case TWO: {
        int z = 2;
        if (z)
            break;
        f(2);
        break;
    }
    default:
        f(3);
    }
}

void defaultFirst(int c) {
    switch (c) {
    default:
        f(0);
    case 1:
        f(1);
        break;
    case 2:
        f(2);
    }
}

void ranges(int c) {
    switch (c) {
    case 'a' ... 'z':
        f(1);
        break;
    case 1 ... FIVE:
        f(2);
    }
}

void inLoop(int n) {
    for (;;) {
        int k = n;
        switch (k) {
        case 1:
            continue;
        case 2:
            goto done;
        }
    }
done:
    f(n);
}
