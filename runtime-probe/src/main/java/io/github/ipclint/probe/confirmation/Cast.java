package io.github.ipclint.probe.confirmation;

import io.github.ipclint.probe.sandbox.Room;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is started in a run.
 *
 * @param roles in the order of their start
 * @param mishap that befalls them
 */
record Cast(List<Role> roles, Mishap mishap) {
    Cast {
        roles = List.copyOf(roles);
    }

    /** A program with its arguments. */
    record Role(int program, List<String> arguments) {
        Role {
            arguments = List.copyOf(arguments);
        }
    }

    /** Numbers of the programs that take part. */
    Set<Integer> programs() {
        Set<Integer> programs = new LinkedHashSet<>();
        roles.forEach(role -> programs.add(role.program()));
        return programs;
    }

    /**
     * All casts for the first of some programs: alone with each of its command lines, where the mistake needs no company or there is
     * more than one way to find some; with all others in every order if they are few, else with each of the others in both orders.
     *
     * @param there whether a program can be started
     */
    static List<Cast> all(Detector detector, List<Subject.Program> programs, List<Boolean> there) {
        List<Role> own = new ArrayList<>();
        List<Role> others = new ArrayList<>();
        for (int i = 0; i < programs.size(); i++) {
            for (List<String> arguments : there.get(i) ? programs.get(i).commandLines().uses() : List.<List<String>>of()) {
                (i == 0 ? own : others).add(new Role(i, arguments));
            }
        }
        boolean pairs = own.size() > 1 || own.size() + others.size() > Room.INPUTS;
        boolean alone = pairs || others.isEmpty() || !detector.needsEveryOrder() && !detector.stimulus().traced();
        List<List<Role>> casts = new ArrayList<>();
        if (alone) {
            own.forEach(role -> casts.add(List.of(role)));
        }
        if (pairs) {
            casts.addAll(pairs(own, others));
        } else if (!others.isEmpty()) {
            others.addFirst(own.getFirst());
            casts.addAll(orders(others));
        }
        List<Cast> all = new ArrayList<>(casts.stream().map(roles -> new Cast(roles, Mishap.NONE)).toList());
        for (Mishap mishap : detector.mishaps()) {
            own.forEach(role -> all.add(new Cast(List.of(role), mishap)));
        }
        return all;
    }

    /** The first of some programs alone, with more and more arguments; empty where the number of its arguments is fixed. */
    static List<Cast> growing(List<Subject.Program> programs) {
        return programs.getFirst().commandLines().growing().stream()
                .map(arguments -> new Cast(List.of(new Role(0, arguments)), Mishap.NONE)).toList();
    }

    private static List<List<Role>> pairs(List<Role> own, List<Role> others) {
        List<List<Role>> pairs = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            for (int j = i + 1; j < own.size(); j++) {
                pairs.addAll(orders(List.of(own.get(i), own.get(j))));
            }
            for (Role other : others) {
                pairs.addAll(orders(List.of(own.get(i), other)));
            }
        }
        return pairs;
    }

    /** All orders, the given one first. */
    static <T> List<List<T>> orders(List<T> all) {
        if (all.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> orders = new ArrayList<>();
        for (List<T> shorter : orders(all.subList(0, all.size() - 1))) {
            for (int at = shorter.size(); at >= 0; at--) {
                List<T> order = new ArrayList<>(shorter);
                order.add(at, all.getLast());
                orders.add(order);
            }
        }
        return orders;
    }
}
