int f(int);

int outOfScopes(int n) {
    int a;
    {
        int b;
        {
            int c = 1;
            if (n)
                goto out;
        }
    }
out:
    f(a);
    {
        int d;
back:
        d = 1;
        if (n)
            goto back;
    }
    return 0;
}

void computed(int i) {
    void *t[] = {&&l1, &&l2};
    goto *t[i];
l1:
    f(1);
l2:
    f(2);
}

int returns(int *p) {
    int local = 3;
    {
        int inner = f(local);
        if (inner)
            return inner;
        if (p)
            return *p;
    }
    return f(local);
}
