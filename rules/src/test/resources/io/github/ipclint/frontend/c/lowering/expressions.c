struct node { int v; struct node *next; };
int g(int);

int increments(int *p, char *s) {
    int i = 0;
    *p++ = i++;
    s[i--] = 'x';
    ++i;
    i += 3;
    (*p)--;
    return *s++;
}

void pointers(int *p, int a[], int m[2][3]) {
    int x[4], y;
    y = x[1] + *x + *(x + 2) + p[2] + 1[x] + *(p + 1) + m[1][2];
    p = x + 1;
    p = &x[2];
    p = &*p;
    p = 1 + p;
    g(x, &x, x[0], &a[0]);
}

void members(struct node n) {
    struct node *q = &n;
    q->next->v = 1;
    n.next = q;
    (*q).v = ~2 + -n.v + !q;
}

int comma(int a, int b) {
    return a = b, b++, g(a);
}

int folded(void) {
    return (1 << 4 | 3) * 2 == 38 ? 'a' + 07 : 0x10;
}

int statements(int fd) {
    int r = ({ int q = g(fd); q + 1; });
    return r;
}

void literals(void) {
    g("a\tb" "c\x41\101");
    g(L'\n');
    g(1.5e3);
    g(0xffUL);
}
